using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Forms;

/// <summary>A field that staff write down, in a form: drawn by <c>_WrittenField</c>.</summary>
/// <param name="Labels">What its phrases begin with: <c>{labels}.field.{code}</c>, its hint with <c>.hint</c>, <c>{labels}.choice.{code}.{choice}</c>.</param>
/// <param name="Name">Of the form's field, by which a refusal is found too.</param>
public sealed record WrittenFieldForm(WrittenField Field, string Labels, string Name, string Id, string? Value, bool IsRequired = false)
{
    public string Label => $"{Labels}.field.{Field.Code}";

    public bool Holds(string choice) => Value?.Split(' ').Contains(choice) == true;

    /// <summary>A value in the reader's language: codes by their words, a day as a day, words as they were written.</summary>
    public static string Words(Phrases phrases, string labels, WrittenField field, string value) => field.Kind switch
    {
        FieldKind.Choice or FieldKind.Several =>
            string.Join(", ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => phrases[$"{labels}.choice.{field.Code}.{c}"])),
        FieldKind.Day when WrittenField.DayOf(value) is { } day => phrases.Date(day),
        _ => value,
    };
}
