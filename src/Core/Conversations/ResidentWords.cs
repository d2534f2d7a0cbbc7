using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>A resident's message, opened for staff.</summary>
/// <param name="Before">Of a correction: the words that it took the place of.</param>
public sealed record Heard(Guid Id, DateTime At, string Text, string? Before);

/// <summary>Opens what residents wrote; a correction is read beside what it corrects.</summary>
public sealed class ResidentWords(SlrtDbContext db, FieldCipher cipher)
{
    /// <param name="most">The newest count.</param>
    /// <returns>Links defanged; in no order.</returns>
    public async Task<IReadOnlyList<Heard>> OpenAsync(IQueryable<InboundMessage> messages, int most, CancellationToken cancellationToken)
    {
        var rows = await messages.AsNoTracking().Where(m => m.Text != null).OrderByDescending(m => m.Id).Take(most)
            .Select(m => new Row(m.Id, m.ReceivedAt, m.Text!, m.CorrectsId)).ToListAsync(cancellationToken);
        var corrected = rows.Select(r => r.CorrectsId).OfType<Guid>().Except(rows.Select(r => r.Id)).ToArray();
        var originals = corrected.Length == 0
            ? []
            : await db.InboundMessages.AsNoTracking().Where(m => corrected.Contains(m.Id) && m.Text != null)
                .Select(m => new Row(m.Id, m.ReceivedAt, m.Text!, null)).ToListAsync(cancellationToken);
        List<Row> all = [.. rows, .. originals];
        return [.. rows.Select(r => new Heard(r.Id, r.At, Open(r), Before(r, all) is { } before ? Open(before) : null))];
    }

    private static Row? Before(Row row, List<Row> all) => row.CorrectsId is not { } original
        ? null
        : all.Where(r => (r.Id == original || r.CorrectsId == original) && r.Id != row.Id && r.At <= row.At).MaxBy(r => (r.At, r.CorrectsId is not null));

    private string Open(Row row) => LinkDefanging.Of(cipher.Open(row.Text, InboundMessage.Table, row.Id, "text"));

    private sealed record Row(Guid Id, DateTime At, Sealed Text, Guid? CorrectsId);
}
