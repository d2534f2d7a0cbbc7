using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Imports;

public enum ImportFormat
{
    Csv,
    Xlsx,
}

/// <summary>A file, or a list in it, cannot be read; the code has a sentence <c>refusal.{code}</c> that says what to do.</summary>
public sealed class UnreadableListException(string code, string? place = null) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>A cell or a line, where that helps.</summary>
    public string? Place { get; } = place;

    public Refusal Refusal => new(Code, "file") { Values = new Dictionary<string, string> { ["place"] = Place ?? "" } };
}
