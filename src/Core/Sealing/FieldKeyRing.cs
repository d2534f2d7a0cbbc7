using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SlrtBot.Core.Sealing;

/// <summary>
/// The keys that personal fields are sealed with, from a file outside the database: several field keys with ids,
/// one of them current, and the master of the look-up keys. Whoever loses this file loses every personal value.
/// </summary>
public sealed class FieldKeyRing
{
    internal const int KeyBytes = 32;
    private readonly Dictionary<byte, byte[]> _fieldKeys;
    private readonly byte[] _indexMaster;
    private readonly ConcurrentDictionary<string, byte[]> _indexKeys = new(StringComparer.Ordinal);

    internal FieldKeyRing(Dictionary<byte, byte[]> fieldKeys, byte current, byte[] indexMaster, bool createdNow)
    {
        _fieldKeys = fieldKeys;
        CurrentKeyId = current;
        _indexMaster = indexMaster;
        CreatedNow = createdNow;
    }

    /// <summary>New values are sealed with this key; the others only open what they sealed.</summary>
    public byte CurrentKeyId { get; }

    /// <summary>True when this start made the ring: beside a database that already holds rows, that is a lost key file.</summary>
    public bool CreatedNow { get; }

    /// <summary>Reads the ring; makes it (directory 0700, file 0600) when there is none.</summary>
    /// <exception cref="FieldKeyException">
    /// The file cannot be read, is not a key ring, or others may read it. The message names the setting and the fix.
    /// </exception>
    public static FieldKeyRing LoadOrCreate(string path, TimeProvider clock) => FieldKeyFile.LoadOrCreate(path, clock);

    internal byte[]? FieldKey(byte id) => _fieldKeys.GetValueOrDefault(id);

    /// <summary>One HMAC key per purpose (HKDF-SHA256), so that equal values in two columns do not look equal.</summary>
    internal byte[] IndexKey(string purpose) => _indexKeys.GetOrAdd(purpose, static (name, master) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, master, KeyBytes, info: System.Text.Encoding.UTF8.GetBytes("slrt.index." + name)), _indexMaster);
}

/// <summary>The key ring of the setting <c>Crypto__KeyFile</c> cannot be used; the message says why and what to do.</summary>
public sealed class FieldKeyException(string path, string problem, string fix, Exception? inner = null)
    : Exception($"Crypto__KeyFile: the key ring '{path}' {problem}. {fix}", inner);
