using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Tests.Sealing;

internal static class KeyRings
{
    /// <summary>A fresh ring in memory; <paramref name="ids"/> in order, the last one is current.</summary>
    public static FieldKeyRing InMemory(params byte[] ids)
    {
        var all = ids.Length == 0 ? [1] : ids;
        return new FieldKeyRing(all.ToDictionary(id => id, KeyFor), all[^1], KeyFor(200), createdNow: false);
    }

    private static byte[] KeyFor(byte id) => [.. Enumerable.Repeat(id, 32)];
}
