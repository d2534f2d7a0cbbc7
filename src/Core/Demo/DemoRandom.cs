namespace SlrtBot.Core.Demo;

/// <summary>
/// Chance that comes out alike on every machine: SplitMix64, begun anew for each complaint from the seed and its number,
/// so that it does not matter which thread makes which. Never for secrets.
/// </summary>
public sealed class DemoRandom(ulong state)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <param name="stream">Keeps what is drawn for different purposes apart.</param>
    public static DemoRandom For(ulong seed, string stream, long index)
    {
        var state = Mix(seed + Golden);
        foreach (var c in stream)
        {
            state = Mix(state ^ c);
        }

        return new DemoRandom(Mix(state + (Golden * (ulong)index)));
    }

    public ulong Bits()
    {
        state += Golden;
        return Mix(state);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Fraction() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Between(double least, double most) => least + ((most - least) * Fraction());

    /// <summary>From 0 up to, not including, the limit.</summary>
    public int Below(int limit) => (int)(Bits() % (ulong)limit);

    public bool Chance(double share) => Fraction() < share;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>One of the choices, by weight.</summary>
    public T Pick<T>(IReadOnlyList<T> choices, Func<T, double> weight)
    {
        var at = Fraction() * choices.Sum(weight);
        foreach (var choice in choices)
        {
            at -= weight(choice);
            if (at < 0)
            {
                return choice;
            }
        }

        return choices[^1];
    }

    /// <summary>A key of UUID version 7 at the given instant (UTC), of the make of <see cref="Kernel.SequentialId"/>.</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        var milliseconds = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, (milliseconds << 16) | 0x7000 | (long)(Bits() & 0xFFF));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Bits() >> 2) | 0x8000000000000000);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Forty bits for a reference: different for every index below 2^40, since a Feistel network loses none.</summary>
    public static ulong FortyBits(ulong key, long index)
    {
        const uint half = (1 << 20) - 1;
        var (left, right) = ((uint)((ulong)index >> 20) & half, (uint)index & half);
        for (var round = 0UL; round < 4; round++)
        {
            (left, right) = (right, left ^ ((uint)Mix(key + (round * Golden) + right) & half));
        }

        return ((ulong)left << 20) | right;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
