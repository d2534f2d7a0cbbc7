namespace SlrtBot.Core.Sealing;

/// <summary>
/// A personal value as it lies in the database: bytes that only <c>FieldCipher</c> can open, for the row
/// and column it was sealed for. Its text form shows nothing, so it may end up in a log by accident.
/// </summary>
public sealed class Sealed(byte[] bytes)
{
    public byte[] Bytes { get; } = bytes;

    public override string ToString() => "(sealed)";
}
