using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>Writes the blind word index of a complaint into the unit at hand: at most 30 tokens of eight bytes.</summary>
public sealed class ComplaintWordIndex(SlrtDbContext db, BlindIndex blind)
{
    public void Add(Guid complaintId, string story, params string?[] names) =>
        db.AddRange(Hashes(story, names).Select(w => new ComplaintWord { Word = w, ComplaintId = complaintId }));

    public IEnumerable<byte[]> Hashes(string story, params string?[] names) =>
        TextFolding.SearchWords(story, string.Join(' ', names.OfType<string>())).Select(blind.Word);
}
