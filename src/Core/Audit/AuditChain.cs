using System.Security.Cryptography;
using System.Text;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Audit;

/// <summary>
/// The sums that bind the audit together: HMAC-SHA256 under a key of the ring, so that whoever holds only the database
/// can change a line but not make its sum fit again.
/// </summary>
public sealed class AuditChain(FieldKeyRing ring)
{
    /// <summary>Length of one act's mark: long enough that nobody guesses one, short enough to keep for every act.</summary>
    public const int MarkBytes = 8;

    // A character that JSON escapes and no code contains, so that two fields never run together.
    private const char Between = '\u001f';

    private readonly byte[] _key = ring.IndexKey("audit");

    /// <summary>The sum over the previous link's and each act, in order of id.</summary>
    public byte[] Hash(byte[] previous, IEnumerable<AuditAct> acts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(previous);
        foreach (var act in acts)
        {
            hash.AppendData(Bytes(act));
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The marks of the acts one after another: which of them was changed, and where one is missing.</summary>
    public byte[] Marks(IEnumerable<AuditAct> acts) => [.. acts.SelectMany(Mark)];

    internal byte[] Mark(AuditAct act) => HMACSHA256.HashData(_key, Bytes(act))[..MarkBytes];

    private static byte[] Bytes(AuditAct act) => Encoding.UTF8.GetBytes(string.Join(
        Between,
        act.Id, Milliseconds(act.At), Codes.Of(act.ActorKind), act.ActorId, act.Door, act.Verb, act.SubjectType, act.SubjectId,
        act.Reason, act.Data));

    // The two databases keep different fractions of a second; milliseconds survive in both.
    private static long Milliseconds(DateTime at) => new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
