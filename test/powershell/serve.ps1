# Runs driver.ps1 once for every line that comes over a named pipe, so that many scripts share one engine process: a
# runspace opens in milliseconds, a process takes a second. A line is the driver's arguments, `name=value` with tabs
# between them; the answer is an empty line. Ends when the pipe does. Engine features only; engine-process.ts starts it.
[CmdletBinding(PositionalBinding = $false)]
param(
    # The pipe: a name on Windows, the path of a socket elsewhere.
    [Parameter(Mandatory = $true)] [string] $Pipe,
    # Written to standard output and standard error after each script, so that the reader knows whose text it has.
    [Parameter(Mandatory = $true)] [string] $Mark
)

$ErrorActionPreference = 'Stop'
# Kept, so that the engine compiles the driver once.
$driver = (Get-Command -Name ([System.IO.Path]::Combine($PSScriptRoot, 'driver.ps1')) -CommandType ExternalScript).ScriptBlock
$utf8 = [System.Text.UTF8Encoding]::new($false)
# Before anything is written, for it is read as UTF-8; the driver does the same, and says why it may fail.
try { [System.Console]::OutputEncoding = $utf8 }
catch [System.IO.IOException] { [System.Diagnostics.Debug]::WriteLine($_.Exception.Message) }
$stream = [System.IO.Pipes.NamedPipeClientStream]::new('.', $Pipe, [System.IO.Pipes.PipeDirection]::InOut)
$stream.Connect(30000)
$reader = [System.IO.StreamReader]::new($stream, $utf8)
$writer = [System.IO.StreamWriter]::new($stream, $utf8)

while ($null -ne ($line = $reader.ReadLine())) {
    $arguments = @{}
    foreach ($field in $line.Split([char] 9)) {
        $name, $value = $field.Split([char[]] '=', 2)
        # A switch has no value.
        $arguments[$name] = if ($null -eq $value) { $true } else { $value }
    }
    # A driver that fails leaves an events file without its last line, which the reader of it reports.
    try { & $driver @arguments }
    catch { $Host.UI.WriteErrorLine("$_ $($_.ScriptStackTrace)") }
    $Host.UI.WriteLine($Mark)
    [System.Console]::Out.Flush()
    [System.Console]::Error.WriteLine($Mark)
    $writer.WriteLine()
    $writer.Flush()
}
