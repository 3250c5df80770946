import { describe, expect, it } from 'vitest';
import { helpFile, separateHelp } from '../../src/build/help/external-help.ts';

/** What PowerShell makes of the comments of the module itself is compared in test/powershell/Help.Tests.ps1. */
const script = (value: string) => `function Get-Thing {
    <#
    .SYNOPSIS
    Gives <things> & more.

    .DESCRIPTION
    Two paragraphs.

    The second one.

    .PARAMETER Path
    Where they are.

    .EXAMPLE
    Get-Thing -Path a
    Get-Thing -Path b

    Gives both.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path', SupportsShouldProcess = $true)]
    param(
        # A comment with [brackets] and a $name.
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path', ValueFromPipeline = $true)]
        [ValidateScript({ $_ -ne ']' })]
        [string[]] $Path,

        [PSDefaultValue(Help = 'the caller''s')]
        [System.Management.Automation.PSCredential] $Login${value}
    )
    end { }
}`;

describe('separateHelp', () => {
  it('a built function names the file of its help, and the file holds the text and the parameters', () => {
    const { script: rest, help } = separateHelp('Get-Thing', script(',\n\n        [int] $Count = 5'));
    expect(rest).toContain('    # .EXTERNALHELP KernelTriage-help.xml\n    [CmdletBinding(');
    expect(rest).not.toContain('.SYNOPSIS');
    expect(help).toContain('<maml:para>Gives &lt;things&gt; &amp; more.\n\n</maml:para>');
    expect(help).toContain('<dev:code>Get-Thing -Path a\nGet-Thing -Path b</dev:code>');
    const [, path = '', login = '', count = ''] = help
      .slice(help.indexOf('<command:parameters>'))
      .split('<command:parameter ');
    expect(path).toMatch(
      /^required="true" globbing="false" pipelineInput="true \(ByValue\)" position="1"><maml:name>Path</,
    );
    expect(path).toContain('<dev:type><maml:name>String[]</maml:name></dev:type>');
    expect(login).toContain(
      "<dev:type><maml:name>PSCredential</maml:name></dev:type><dev:defaultValue>the caller's<",
    );
    expect(count).toContain('<dev:defaultValue>5</dev:defaultValue>');
    expect(help).toContain('<maml:name>WhatIf</maml:name>');
    expect(helpFile([help])).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<helpItems schema="maml"/);
  });

  it('a function without help, and a default value that help cannot show, end the build', () => {
    expect(() => separateHelp('Get-Thing', 'function Get-Thing { }')).toThrow(
      'Get-Thing has no comment-based help',
    );
    expect(() => separateHelp('Get-Thing', script(',\n\n        [int] $Count = (Get-Date)'))).toThrow(
      'PSDefaultValue',
    );
  });
});
