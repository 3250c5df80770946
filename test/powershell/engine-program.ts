/** Script text: sets `$engineProgram` to what starts another process of the engine that runs it. */
export const FIND_ENGINE_PROGRAM = `
$engineProgram = @(foreach ($name in 'pwsh', 'pwsh.exe', 'powershell.exe') {
  $file = [System.IO.Path]::Combine($PSHOME, $name)
  if ([System.IO.File]::Exists($file)) { $file }
}) | Select-Object -First 1
# Installed as a tool of .NET, it is a library there, and its launcher is on PATH.
if (-not $engineProgram) { $engineProgram = @(Get-Command pwsh -CommandType Application)[0].Source }`;
