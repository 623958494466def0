# Completion of netlog in PowerShell. In $PROFILE: netlog completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName netlog -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    $typed = "$wordToComplete".Trim("'", '"')
    $env:_NETLOG_COMPLETE = 'powershell'
    try { $answer = @(netlog @words "'$typed" 2>$null) }
    finally { Remove-Item Env:_NETLOG_COMPLETE }
    if ($LASTEXITCODE -eq 10) {
        return [System.Management.Automation.CompletionCompleters]::CompleteFilename($typed)
    }
    for ($index = 0; $index + 1 -lt $answer.Count; $index += 2) {
        $value = $answer[$index]
        $quoted = if ($value -match '[^\w./:+-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        [System.Management.Automation.CompletionResult]::new(
            $quoted, $value, 'ParameterValue', $answer[$index + 1])
    }
}
