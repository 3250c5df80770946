# The type data of KernelTriage, which the script of the module imports (Import-TypeData.ps1 gives the reason).
@{
    ModuleVersion = '1.0.0'
    GUID = 'e0bb20cf-6b0f-4a42-8b5b-6a2d7a2c1d53'
    Author = 'KernelTriage contributors'
    TypesToProcess = @('KernelTriage.types.ps1xml', 'KernelTriage.contract.types.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
}
