using System;
using System.Management.Automation.Host;

namespace KernelTriage.PowerShellHost;

/// <summary>Knows how wide a line is, which is all that drawing tables needs.</summary>
internal sealed class ConsoleRawUserInterface : PSHostRawUserInterface
{
    private const int WidthOfNoTerminal = 120;
    private Size _size = new(Console.IsOutputRedirected || Console.WindowWidth < 20 ? WidthOfNoTerminal : Console.WindowWidth, 50);

    public override Size BufferSize { get => _size; set => _size = value; }
    public override Size WindowSize { get => _size; set => _size = value; }
    public override Size MaxWindowSize => _size;
    public override Size MaxPhysicalWindowSize => _size;
    public override Coordinates CursorPosition { get; set; }
    public override Coordinates WindowPosition { get; set; }
    public override int CursorSize { get; set; } = 25;
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override string WindowTitle { get; set; } = "";
    public override bool KeyAvailable => false;

    public override void FlushInputBuffer() { }
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw new NotSupportedException();
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();
}
