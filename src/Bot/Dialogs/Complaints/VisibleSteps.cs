using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>The six steps that residents count: where some are filled already, they are named, so that no number seems lost.</summary>
internal static class VisibleSteps
{
    private static readonly string[][] Names =
    [
        [ConsentStep.StepName],
        [SubjectStep.StepName, SubjectNameStep.StepName],
        [GroupStep.StepName, TopicStep.StepName, CategoryStep.StepName, OfficialStep.StepName, OfficialNameStep.StepName],
        [StoryStep.StepName, KindStep.StepName],
        [VillageStep.StepName],
        [PhotosStep.StepName],
        [NameStep.StepName, PhoneStep.StepName, NationalIdStep.StepName, DomicileStep.StepName],
    ];

    /// <param name="answered">The step that has its answer.</param>
    /// <param name="next">The step that is asked now.</param>
    /// <returns>Null where no number lies between them, or the next has none.</returns>
    public static string? FilledBetween(Turn turn, string answered, string next)
    {
        var (first, last) = (NumberOf(answered) + 1, NumberOf(next) - 1);
        return NumberOf(answered) < 0 || last < first ? null
            : turn.Phrase("steps.filled", ("steps", first == last ? $"{first}" : $"{first}–{last}"));
    }

    private static int NumberOf(string step) => Array.FindIndex(Names, names => names.Contains(step));
}
