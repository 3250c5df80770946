# Finds what a later PowerShell parses and Windows PowerShell 5.1 does not, or reads differently. It asks the engine's
# own parser, so it runs wherever an engine does.

# Token kinds, by name: the enumeration of 5.1 lacks most of them.
$laterTokens = @{
    QuestionQuestion = 'the operator ?? (7.0)'
    QuestionQuestionEquals = 'the operator ??= (7.0)'
    QuestionDot = 'the operator ?. (7.1)'
    QuestionLBracket = 'the operator ?[] (7.1)'
    AndAnd = 'the operator && (7.0)'
    OrOr = 'the operator || (7.0)'
    Clean = 'a clean block (7.3)'
}

$laterNumber = '^-?0b|^-?(0x[0-9a-f]+|[\d.]+(e[+-]?\d+)?)(n|u|us|ul|y|uy|s)(kb|mb|gb|tb|pb)?$'

# Parameters that commands of the engine and of the shipped modules got after 5.1.
$laterParameters = @{
    'ForEach-Object' = 'Parallel', 'ThrottleLimit', 'TimeoutSeconds', 'AsJob', 'UseNewRunspace'
    'ConvertFrom-Json' = 'AsHashtable', 'Depth', 'NoEnumerate', 'DateKind'
    'ConvertTo-Json' = 'AsArray', 'EnumsAsStrings', 'EscapeHandling'
    'Get-Content' = 'AsByteStream'
    'Set-Content' = 'AsByteStream'
    'Sort-Object' = 'Top', 'Bottom', 'Stable'
    'Select-Object' = 'SkipIndex', 'CaseInsensitive'
    'Get-Unique' = 'CaseInsensitive'
    'Group-Object' = 'StableSort'
    'Test-Path' = 'OlderThanOnly'
    'Get-Error' = '*'
    'Join-String' = '*'
    'Get-Uptime' = '*'
    'Remove-Alias' = '*'
    'Start-ThreadJob' = '*'
    'Test-Json' = '*'
    'Set-PSBreakpoint' = 'Runspace'
}

# Variables and types that 5.1 does not have. The operating system ones are $null there, which -not takes for "no".
$laterVariables = 'IsLinux', 'IsMacOS', 'IsWindows', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures'
$laterTypes = 'System.Text.Json', 'System.Runtime.Loader', 'System.OperatingSystem', 'System.Half', 'System.Range',
    'System.Index', 'System.Span', 'System.Memory', 'ArgumentCompletions',
    'System.Management.Automation.ArgumentCompletionsAttribute',
    'System.Management.Automation.SemanticVersion', 'semver', 'ushort', 'ulong', 'short', 'uint',
    'ValidateNotNullOrWhiteSpace', 'System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute'

# Members that .NET Framework lacks. Those of a type by that type; those of an object by their name, for its type is not known.
$laterStaticMembers = @{
    'Math' = 'Clamp', 'Cbrt', 'Log2', 'CopySign', 'ScaleB'
    'Convert' = 'ToHexString', 'ToHexStringLower', 'FromHexString'
    'IO.Path' = 'GetRelativePath', 'IsPathFullyQualified', 'TrimEndingDirectorySeparator', 'EndsInDirectorySeparator', 'Exists'
    'Security.Cryptography.SHA256' = 'HashData'
    'Security.Cryptography.SHA1' = 'HashData'
    'Security.Cryptography.SHA512' = 'HashData'
    'Environment' = 'ProcessId', 'ProcessPath', 'TickCount64'
    'DateTime' = 'UnixEpoch'
}
$laterMembers = 'ArgumentList', 'WaitForExitAsync', 'EnumerateRunes', 'ReplaceLineEndings'

# Methods of a text that take a comparison there, and how many arguments they then have.
$laterComparisons = @{ Replace = 3; Contains = 2 }

function Find-LaterToken([System.Management.Automation.Language.Token[]] $Tokens) {
    for ($index = 0; $index -lt $Tokens.Count; $index++) {
        $token = $Tokens[$index]
        $kind = "$($token.Kind)"
        $found = $laterTokens[$kind]
        if ($kind -eq 'Number' -and $token.Text -match $laterNumber) { $found = 'a number prefix or suffix (6.2, 7.0)' }
        if ($kind -eq 'Pipe' -and $index -gt 0 -and "$($Tokens[$index - 1].Kind)" -eq 'NewLine') { $found = 'a line that begins with | (7.0)' }
        if ($kind -eq 'StringExpandable' -or $kind -eq 'HereStringExpandable') {
            if ($token.Text -match '(?<!`)(``)*`(e|u\{)') { $found = 'the escape `e or `u{} (6.0)' }
            if ($token.NestedTokens) { Find-LaterToken $token.NestedTokens }
        }
        if ($found) { [pscustomobject] @{ Extent = $token.Extent; Rule = $found } }
    }
}

function Find-LaterSyntax([System.Management.Automation.Language.Ast] $Tree) {
    foreach ($node in $Tree.FindAll({ $true }, $true)) {
        $found = switch ($node.GetType().Name) {
            'TernaryExpressionAst' { 'the ternary operator (7.0)' }
            'PipelineAst' { if ($node.Background) { 'a background job with & (6.0)' } }
            'PipelineChainAst' { 'a pipeline chain (7.0)' }
            'InvokeMemberExpressionAst' { if ($node.GenericTypeArguments) { 'type arguments of a method (7.3)' } }
            'BinaryExpressionAst' {
                $ends = @($node.Left, $node.Right | Where-Object { $_ -is [System.Management.Automation.Language.StringConstantExpressionAst] -and $_.Value -notmatch '^\d+$' })
                if ("$($node.Operator)" -eq 'DotDot' -and $ends.Count -gt 0) { 'a range of characters (6.0)' }
                if ("$($node.Operator)" -match '^[IC]?replace$' -and "$($node.Right.GetType().Name)" -eq 'ArrayLiteralAst' -and
                    $node.Right.Elements.Count -gt 1 -and $node.Right.Elements[1].GetType().Name -eq 'ScriptBlockExpressionAst') {
                    '-replace with a script block (6.1)'
                }
            }
            'VariableExpressionAst' {
                $name = $node.VariablePath.UserPath
                if ($name -in $laterVariables) { "the variable `$$name" }
                if ($name.EndsWith('?')) { "the variable `${$name}: write `${$($name.TrimEnd('?'))}? if it is meant" }
            }
            { $_ -in 'TypeExpressionAst', 'TypeConstraintAst', 'AttributeAst' } {
                Find-LaterType $node.TypeName
            }
            { $_ -in 'MemberExpressionAst', 'InvokeMemberExpressionAst' } { Find-LaterMember $node }
            'CommandAst' { Find-LaterParameter $node }
        }
        foreach ($rule in $found) { [pscustomobject] @{ Extent = $node.Extent; Rule = $rule } }
    }
}

# A type, those that an array or a generic type is made of included.
function Find-LaterType([System.Management.Automation.Language.ITypeName] $TypeName) {
    if ($TypeName -is [System.Management.Automation.Language.ArrayTypeName]) { return Find-LaterType $TypeName.ElementType }
    if ($TypeName -is [System.Management.Automation.Language.GenericTypeName]) {
        Find-LaterType $TypeName.TypeName
        foreach ($argument in $TypeName.GenericArguments) { Find-LaterType $argument }
        return
    }
    $name = $TypeName.FullName
    foreach ($type in $laterTypes) {
        if ($name -eq $type -or $name -eq "System.$type" -or "System.$name" -eq $type -or $name.StartsWith("$type.")) { "the type [$name]" }
    }
}

function Find-LaterMember([System.Management.Automation.Language.MemberExpressionAst] $Node) {
    $name = "$($Node.Member)"
    if ($Node.Member -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $name = $Node.Member.Value }
    if ($Node.Static) {
        if ($Node.Expression -isnot [System.Management.Automation.Language.TypeExpressionAst]) { return }
        $type = $Node.Expression.TypeName.FullName -replace '^System\.', ''
        if ($name -in $laterStaticMembers[$type]) { "the member [$type]::$name of .NET (not .NET Framework)" }
        return
    }
    if ($name -in $laterMembers) { "the member .$name of .NET (not .NET Framework)" }
    if ($Node -isnot [System.Management.Automation.Language.InvokeMemberExpressionAst]) { return }
    # Without arguments the list is null.
    $arguments = @($Node.Arguments | Where-Object { $_ })
    if ($laterComparisons.ContainsKey($name) -and $arguments.Count -ge $laterComparisons[$name]) {
        ".$name with a comparison (not .NET Framework)"
    }
    $first = if ($arguments.Count -gt 0) { $arguments[0] }
    if ($name -eq 'Split' -and $first -is [System.Management.Automation.Language.StringConstantExpressionAst] -and $first.Value.Length -gt 1) {
        '.Split with several characters: a set in 5.1, one text in 7'
    }
}

function Find-LaterParameter([System.Management.Automation.Language.CommandAst] $Command) {
    $name = $Command.GetCommandName()
    if (-not $name) { return }
    $name = $name.Split('\')[-1]
    $later = $laterParameters[$name]
    if ($later -contains '*') { return "the command $name" }
    foreach ($element in $Command.CommandElements) {
        if ($element -is [System.Management.Automation.Language.CommandParameterAst] -and $element.ParameterName -in $later) {
            "the parameter -$($element.ParameterName) of $name"
        }
    }
    $parts = @($Command.CommandElements | Where-Object { $_ -isnot [System.Management.Automation.Language.CommandParameterAst] })
    if ($name -eq 'Join-Path' -and $parts.Count -gt 3) { 'a third part of Join-Path (6.0)' }
}

# One object for each problem: where, and what it is. Text that this engine cannot parse is a problem of its own.
function Find-CompatibilityProblem([string] $Text) {
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref] $tokens, [ref] $errors)
    $problems = @(
        foreach ($problem in $errors) { [pscustomobject] @{ Extent = $problem.Extent; Rule = "syntax: $($problem.Message)" } }
        Find-LaterToken $tokens
        Find-LaterSyntax $tree
    )
    foreach ($problem in $problems) {
        [pscustomobject] @{ Line = $problem.Extent.StartLineNumber; Rule = $problem.Rule; Text = $problem.Extent.Text }
    }
}

# The same for a file, whose bytes matter too.
function Find-FileCompatibilityProblem([string] $Path) {
    $bytes = [System.IO.File]::ReadAllBytes($Path)
    $marked = $bytes.Length -ge 3 -and $bytes[0] -eq 0xEF -and $bytes[1] -eq 0xBB -and $bytes[2] -eq 0xBF
    $line = 1
    foreach ($byte in $bytes) {
        if ($byte -eq 10) { $line++ }
        if ($byte -gt 127 -and -not $marked) {
            [pscustomobject] @{ Line = $line; Rule = 'not ASCII, and no byte order mark: 5.1 reads it as ANSI'; Text = '' }
            break
        }
    }
    Find-CompatibilityProblem ([System.IO.File]::ReadAllText($Path))
}

# The same for the scripts inside a file of types or views; lines are those of the script.
function Find-XmlCompatibilityProblem([string] $Path) {
    $document = [System.Xml.XmlDocument]::new()
    $document.Load($Path)
    foreach ($node in $document.SelectNodes('//ScriptBlock | //GetScriptBlock | //SetScriptBlock | //Script')) {
        Find-CompatibilityProblem $node.InnerText
    }
}
