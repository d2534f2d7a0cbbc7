using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.FieldForms;

/// <summary>
/// Begins a complaint with what the form says; what it does not say is asked, and the category is a proposal that the
/// summary shows before anything is sent. Only from those who work here: what others write in the form's words is their
/// story.
/// </summary>
public sealed class FieldFormFiller(
    FieldFormReader reader, Understander understander, AreaCatalogue areas, Func<ComplaintDialog> complaint, StaffChats staff)
{
    private const int MostNamed = 4;

    /// <returns>False where the text is no form, or is nobody's of ours.</returns>
    public async Task<bool> TryBeginAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (reader.Read(answer.Text) is not { } form)
        {
            return false;
        }

        if (await staff.OfAsync(turn.Conversation.Id, cancellationToken) is not { } sender)
        {
            turn.Add(form.Of(FormLine.Facilitator) is null ? null : turn.Phrase("form.not_linked"));
            return false;
        }

        turn.Add(Summary(turn, form));
        await complaint().BeginAsync(turn, answer, cancellationToken, Fill(turn, form, sender));
        return true;
    }

    private static string Summary(Turn turn, FieldForm form)
    {
        var missing = form.Missing.ToList();
        var named = string.Join(", ", missing.Take(MostNamed).Select(line => turn.Phrase($"form.{Codes.Of(line)}")));
        return missing.Count == 0
            ? turn.Phrase("form.whole", ("count", form.Lines.Count))
            : turn.Phrase(
                missing.Count > MostNamed ? "form.read.more" : "form.read", ("count", form.Lines.Count), ("missing", named),
                ("rest", missing.Count - MostNamed));
    }

    private ComplaintDraft Fill(Turn turn, FieldForm form, StaffScope sender)
    {
        var told = string.Join(". ", new[] { form.Of(FormLine.Complaint), form.Of(FormLine.Service) }.OfType<string>());
        var understood = understander.Understand(told);
        var draft = new ComplaintDraft
        {
            Subject = Subject.Other,
            SubjectName = form.Of(FormLine.Client) is { } client ? PersonName.Read(client) : null,
            Name = form.Of(FormLine.Facilitator) is { } facilitator ? PersonName.Read(facilitator) : sender.Name,
            AssistedBy = sender.StaffId,
            Phone = PhoneNumber.TryParse(form.Of(FormLine.Phone), out var phone) ? phone.E164 : null,
            VillageCode = VillageOf(form),
            Address = form.Of(FormLine.Address),
            Story = Story(turn, form),
            StoryIsWhole = told.Length > 0,
            Urgency = understood.Urgency is Urgency.Info ? Urgency.Normal : understood.Urgency,
        };
        if (understood.IsWorthProposing
            && understood.Category is { } category && ComplaintCategory.Get(category).Group is { } group)
        {
            (draft.Group, draft.Category) = (group, category);
        }

        return draft;
    }

    /// <summary>Only where village and sub-district together leave no doubt.</summary>
    private string? VillageOf(FieldForm form)
    {
        if (form.Of(FormLine.Village) is not { } village)
        {
            return null;
        }

        var finding = areas.Search(form.Of(FormLine.District) is { } district ? $"desa {village} kecamatan {district}" : village);
        return finding.Only?.Code;
    }

    /// <summary>What staff need beside the answers that have places of their own.</summary>
    private static string Story(Turn turn, FieldForm form) => string.Join('\n', form.Lines
        .Where(l => l.Key is not (FormLine.Facilitator or FormLine.Village or FormLine.District or FormLine.Client or FormLine.Phone))
        .OrderBy(l => l.Key is FormLine.Complaint or FormLine.Service ? 0 : 1).ThenBy(l => l.Key)
        .Select(l => $"{turn.Phrases.Get(PhraseBook.Fallback, $"form.{Codes.Of(l.Key)}")}: {l.Value}"));
}
