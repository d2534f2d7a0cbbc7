using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Lodging;

/// <summary>Writes the blind word index of a complaint into the unit at hand: at most 30 tokens of eight bytes.</summary>
public sealed class ComplaintWordIndex(SlrtDbContext db, BlindIndex blind)
{
    public void Add(Guid complaintId, string story, params string?[] names) =>
        db.AddRange(Hashes(story, names).Select(w => new ComplaintWord { Word = w, ComplaintId = complaintId }));

    public IEnumerable<byte[]> Hashes(string story, params string?[] names) =>
        TextFolding.SearchWords(story, string.Join(' ', names.OfType<string>())).Select(blind.Word);
}
