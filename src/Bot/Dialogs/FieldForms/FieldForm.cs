namespace SlrtBot.Bot.Dialogs.FieldForms;

/// <summary>
/// The eighteen lines that SLRT facilitators send as a message about a family, in their usual order. Labels are
/// understood by <c>also.form.{code}</c>.
/// </summary>
public enum FormLine
{
    Facilitator,
    Village,
    District,
    Day,
    Client,
    Job,
    Representative,
    Address,
    Phone,
    Papers,
    Means,
    Aid,
    House,
    Light,
    Toilet,
    Income,
    Complaint,
    Service,
}

/// <summary>The lines that were found, as they were written; empty ones are left out.</summary>
public sealed record FieldForm(IReadOnlyDictionary<FormLine, string> Lines)
{
    public string? Of(FormLine line) => Lines.GetValueOrDefault(line);

    public IEnumerable<FormLine> Missing => Enum.GetValues<FormLine>().Except(Lines.Keys);
}
