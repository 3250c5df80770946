# Finds what reviewers of PowerShell, and the analyzer that most of them run, object to and a parser can tell: state-changing
# names without ShouldProcess, parameters and variables that nothing uses, calls that are a row of values without names ... The
# names of the rules are the analyzer's. It asks the engine's own parser, so it runs wherever an engine does.

$stateChangingVerbs = 'New', 'Set', 'Remove', 'Start', 'Stop', 'Restart', 'Reset', 'Update'

# Variables that the engine sets itself. What a script puts there is lost, or changes what other code sees.
$automaticVariables = '_', '?', 'args', 'consolefilename', 'error', 'event', 'eventargs', 'eventsubscriber', 'executioncontext',
    'false', 'foreach', 'home', 'host', 'input', 'iscoreclr', 'islinux', 'ismacos', 'iswindows', 'matches', 'myinvocation',
    'nestedpromptlevel', 'pid', 'profile', 'psboundparameters', 'pscmdlet', 'pscommandpath', 'psculture', 'psdebugcontext',
    'psedition', 'pshome', 'psitem', 'psscriptroot', 'pssenderinfo', 'psuiculture', 'psversiontable', 'pwd', 'sender', 'shellid',
    'stacktrace', 'switch', 'this', 'true'

# Assigned for the engine, which looks at them.
$readByTheEngine = 'ConfirmPreference', 'DebugPreference', 'ErrorActionPreference', 'FormatEnumerationLimit',
    'InformationPreference', 'OFS', 'OutputEncoding', 'ProgressPreference', 'PSDefaultParameterValues',
    'PSModuleAutoLoadingPreference', 'VerbosePreference', 'WarningPreference', 'WhatIfPreference', 'null'

$approvedVerbs = foreach ($type in [psobject].Assembly.GetTypes()) {
    if ($type.IsPublic -and $type.Name -match '^Verbs[A-Z]') { foreach ($field in $type.GetFields()) { $field.Name } }
}

function Write-Finding([object] $Node, [string] $Rule) {
    [pscustomobject] @{ Line = $Node.Extent.StartLineNumber; Rule = $Rule; Text = $Node.Extent.Text.Split([char] 10)[0] }
}

# The nodes of the text that is looked at, by the name of their type: asking the tree for each type anew takes ten times as long.
$nodes = @{}

function Read-Node([System.Management.Automation.Language.Ast] $Tree) {
    $nodes.Clear()
    foreach ($node in $Tree.FindAll({ $true }, $true)) {
        $type = $node.GetType().Name
        if (-not $nodes.ContainsKey($type)) { $nodes[$type] = [System.Collections.Generic.List[object]]::new() }
        $nodes[$type].Add($node)
    }
}

# The nodes of a type inside another, those of nested script blocks included.
function Select-Node([System.Management.Automation.Language.Ast] $Tree, [string] $Type) {
    $start = $Tree.Extent.StartOffset
    $end = $Tree.Extent.EndOffset
    foreach ($node in $nodes[$Type]) {
        if ($node.Extent.StartOffset -ge $start -and $node.Extent.EndOffset -le $end) { $node }
    }
}

# The parameters of a function or a script block, wherever they are written.
function Get-DeclaredParameter([System.Management.Automation.Language.Ast] $Owner) {
    $body = if ($Owner -is [System.Management.Automation.Language.FunctionDefinitionAst]) { $Owner.Body } else { $Owner }
    # Not `elseif`: a function without parameters has null for them, which a loop would take for one.
    foreach ($parameter in $body.ParamBlock.Parameters) { $parameter }
    if ($body -ne $Owner) { foreach ($parameter in $Owner.Parameters) { $parameter } }
}

function Test-ShouldProcessSupport([System.Management.Automation.Language.FunctionDefinitionAst] $Function) {
    foreach ($attribute in $Function.Body.ParamBlock.Attributes) {
        foreach ($argument in $attribute.NamedArguments) {
            if ($argument.ArgumentName -eq 'SupportsShouldProcess' -and $argument.Argument.Extent.Text -ne '$false') { return $true }
        }
    }
    return $false
}

function Find-FunctionProblem([System.Management.Automation.Language.Ast] $Tree) {
    foreach ($function in Select-Node $Tree 'FunctionDefinitionAst') {
        $verb, $noun = $function.Name.Split([char[]] '-', 2)
        if ($noun) {
            if ($verb -notin $approvedVerbs) { Write-Finding $function 'UseApprovedVerbs' }
            if ($noun -cmatch '[^sui]s$') { Write-Finding $function 'UseSingularNouns' }
        }
        $supports = Test-ShouldProcessSupport $function
        $asks = @(Select-Node $function 'InvokeMemberExpressionAst' | Where-Object { "$($_.Member)" -in 'ShouldProcess', 'ShouldContinue' }).Count -gt 0
        if ($noun -and $verb -in $stateChangingVerbs -and -not $supports) { Write-Finding $function 'UseShouldProcessForStateChangingFunctions' }
        if ($supports -ne $asks) { Write-Finding $function 'ShouldProcess' }
        $takesPipeline = @(Get-DeclaredParameter $function | Where-Object { $_.Extent.Text -match 'ValueFromPipeline' }).Count -gt 0
        if ($takesPipeline -and -not $function.Body.ProcessBlock) { Write-Finding $function 'UseProcessBlockForPipelineCommand' }
    }
}

function Find-ParameterProblem([System.Management.Automation.Language.Ast] $Tree) {
    $owners = @(Select-Node $Tree 'FunctionDefinitionAst') + @(Select-Node $Tree 'ScriptBlockAst')
    $seen = @{}
    foreach ($owner in $owners) {
        $uses = @(Select-Node $owner 'VariableExpressionAst' | Where-Object { $_.Parent -isnot [System.Management.Automation.Language.ParameterAst] })
        $names = @(foreach ($use in $uses) { $use.VariablePath.UserPath })
        foreach ($parameter in Get-DeclaredParameter $owner) {
            # The parameters of a function with a parameter block are those of its body too.
            if ($seen[$parameter.Extent.StartOffset]) { continue }
            $seen[$parameter.Extent.StartOffset] = $true
            $name = $parameter.Name.VariablePath.UserPath
            if ($name -notin $names -and 'PSBoundParameters' -notin $names) { Write-Finding $parameter 'ReviewUnusedParameter' }
            if ($name -in $automaticVariables) { Write-Finding $parameter 'AvoidAssignmentToAutomaticVariable' }
            $types = @($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.Language.TypeConstraintAst] })
            if ($types.Count -gt 1) { Write-Finding $parameter 'AvoidMultipleTypeAttributes' }
            if ($parameter.StaticType -eq [switch] -and $parameter.DefaultValue) { Write-Finding $parameter 'AvoidDefaultValueSwitchParameter' }
            if ($parameter.DefaultValue -and $parameter.Extent.Text -match 'Mandatory(?!\s*=\s*\$false)') {
                Write-Finding $parameter 'AvoidDefaultValueForMandatoryParameter'
            }
        }
    }
}

# The variables that an assignment or a loop sets.
function Get-AssignedVariable([System.Management.Automation.Language.Ast] $Node) {
    if ($Node -is [System.Management.Automation.Language.ForEachStatementAst]) { return $Node.Variable }
    $left = $Node.Left
    while ($left -is [System.Management.Automation.Language.AttributedExpressionAst]) { $left = $left.Child }
    $targets = if ($left -is [System.Management.Automation.Language.ArrayLiteralAst]) { $left.Elements } else { $left }
    foreach ($target in $targets) { if ($target -is [System.Management.Automation.Language.VariableExpressionAst]) { $target } }
}

function Find-VariableProblem([System.Management.Automation.Language.Ast] $Tree) {
    $assignments = @(Select-Node $Tree 'AssignmentStatementAst') + @(Select-Node $Tree 'ForEachStatementAst')
    $set = @{}
    foreach ($node in $assignments) { foreach ($variable in Get-AssignedVariable $node) { $set[$variable] = $true } }
    foreach ($node in $assignments) {
        foreach ($variable in Get-AssignedVariable $node) {
            $path = $variable.VariablePath
            if ($path.UserPath -in $automaticVariables) { Write-Finding $node 'AvoidAssignmentToAutomaticVariable' }
            if ($path.IsGlobal) { Write-Finding $node 'AvoidGlobalVars' }
            # A script variable may be read by any file, and a loop may be there for its turns alone.
            if (-not $path.IsUnqualified -or $path.UserPath -in $readByTheEngine) { continue }
            if ($node -is [System.Management.Automation.Language.ForEachStatementAst]) { continue }
            $scope = $node.Parent
            while ($scope -isnot [System.Management.Automation.Language.ScriptBlockAst]) { $scope = $scope.Parent }
            $isRead = $false
            foreach ($use in Select-Node $scope 'VariableExpressionAst') {
                if ($use.VariablePath.UserPath -eq $path.UserPath -and -not $set[$use]) { $isRead = $true; break }
            }
            if (-not $isRead) { Write-Finding $node 'UseDeclaredVarsMoreThanAssignments' }
        }
    }
}

function Find-CallProblem([System.Management.Automation.Language.Ast] $Tree) {
    foreach ($command in Select-Node $Tree 'CommandAst') {
        $name = $command.GetCommandName()
        if (-not $name) { continue }
        $alias = $ExecutionContext.InvokeCommand.GetCommand($name, 'Alias')
        if ($alias -is [System.Management.Automation.AliasInfo]) { Write-Finding $command 'AvoidUsingCmdletAliases' }
        if ($name -in 'Invoke-Expression', 'Write-Host') { Write-Finding $command "AvoidUsing$($name.Replace('-', ''))" }
        if ($name -notmatch '^([\w.]+\\)?\w+-\w+$') { continue }
        $elements = $command.CommandElements
        $unnamed = 0
        for ($index = 1; $index -lt $elements.Count; $index++) {
            $isParameter = $elements[$index] -is [System.Management.Automation.Language.CommandParameterAst]
            $follows = $elements[$index - 1] -is [System.Management.Automation.Language.CommandParameterAst]
            if (-not $isParameter -and -not $follows) { $unnamed++ }
        }
        # What comes down the pipeline is one more that has no name.
        if ($command.Parent -is [System.Management.Automation.Language.PipelineAst] -and $command.Parent.PipelineElements[0] -ne $command) { $unnamed++ }
        if ($unnamed -gt 2) { Write-Finding $command 'AvoidUsingPositionalParameters' }
    }
}

function Find-ExpressionProblem([System.Management.Automation.Language.Ast] $Tree) {
    foreach ($comparison in Select-Node $Tree 'BinaryExpressionAst') {
        if ("$($comparison.Operator)" -match '^[IC](eq|ne)$' -and $comparison.Right.Extent.Text -eq '$null') {
            Write-Finding $comparison 'PossibleIncorrectComparisonWithNull'
        }
    }
    foreach ($catch in Select-Node $Tree 'CatchClauseAst') {
        if ($catch.Body.Statements.Count -eq 0) { Write-Finding $catch 'AvoidUsingEmptyCatchBlock' }
    }
}

# Keywords and operators are written small.
function Find-CasingProblem([System.Management.Automation.Language.Token[]] $Tokens) {
    foreach ($token in $Tokens) {
        $flags = "$($token.TokenFlags)"
        $isWord = $flags -match 'Keyword' -or ($flags -match 'Operator' -and $token.Text -match '^-[A-Za-z]+$')
        if ($isWord -and $token.Text -cne $token.Text.ToLowerInvariant()) { Write-Finding $token 'UseCorrectCasing' }
        if ($token.NestedTokens) { Find-CasingProblem $token.NestedTokens }
    }
}

function Find-LineProblem([string] $Text) {
    $line = 0
    foreach ($content in $Text.Split([char] 10)) {
        $line++
        if ($content -match '[ \t]+\r?$') { [pscustomobject] @{ Line = $line; Rule = 'AvoidTrailingWhitespace'; Text = $content } }
    }
}

# One object for each problem: line, rule, and the first line of what it is about.
function Find-StyleProblem([string] $Text) {
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref] $tokens, [ref] $errors)
    foreach ($problem in $errors) { Write-Finding $problem "syntax: $($problem.Message)" }
    Read-Node $tree
    Find-FunctionProblem $tree
    Find-ParameterProblem $tree
    Find-VariableProblem $tree
    Find-CallProblem $tree
    Find-ExpressionProblem $tree
    Find-CasingProblem $tokens
    Find-LineProblem $Text
}
