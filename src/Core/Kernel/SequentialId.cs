using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SlrtBot.Core.Kernel;

/// <summary>
/// Keys of UUID version 7 (RFC 9562) that also sort within one millisecond: the 12 bits after the version are a
/// counter of this process, so rows written by one turn keep their order in both databases.
/// </summary>
public static class SequentialId
{
    private const int CounterBits = 12;
    private static long _last;

    /// <param name="at">UTC; ids never run backwards in one process, even when the clock does.</param>
    public static Guid Next(DateTime at)
    {
        var wanted = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds() << CounterBits;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _last);
            next = Math.Max(last + 1, wanted);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        return From(next);
    }

    private static Guid From(long stamp)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (stamp >> CounterBits) << 16);
        var counter = (int)(stamp & ((1 << CounterBits) - 1));
        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)counter;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
