using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>What an open question of an emergency wants to know.</summary>
public enum AlarmPart
{
    Place,

    /// <summary>The place was asked for and not understood: any words are taken for it now.</summary>
    PlaceAgain,
    Company,
    Safety,
}

/// <summary>
/// What an emergency asks, each once and only what is not known: where, who is there and which number, whether it is safe to go on
/// here. Nobody has to answer: whatever is written goes to the officers.
/// </summary>
public sealed class AlarmQuestions(AreaCatalogue areas)
{
    public const string Unsafe = "safe.unsafe";
    public const string Here = "alarm.here";
    public const string Elsewhere = "alarm.elsewhere";

    /// <summary>Answers between one question whether it is safe and the next: who is asked it after each word is not heard.</summary>
    private const int MostUnasked = 2;

    private const string Where = "emergency/where";
    private const string WhereKnown = "emergency/where_known";
    private const string WhereAgain = "emergency/where_again";
    private const string Who = "emergency/who";

    public static AlarmPart Asked(Turn turn) => turn.Open.Step switch
    {
        Where or WhereKnown => AlarmPart.Place,
        WhereAgain => AlarmPart.PlaceAgain,
        Who => AlarmPart.Company,
        _ => AlarmPart.Safety,
    };

    /// <param name="alarm">Null where none is running any more.</param>
    public void Begin(Turn turn, Talk? alarm) =>
        Show(turn, alarm, alarm is not { IsPlaced: false } ? AfterPlace(alarm) : alarm.VillageCode is null ? Where : WhereKnown);

    /// <param name="alarm">As it is after the answer.</param>
    public void Next(Turn turn, Talk? alarm) => Show(turn, alarm, turn.Open.Step switch
    {
        Where or WhereKnown when alarm is { IsPlaced: false } && turn.Held() is not { IsHelped: true } => WhereAgain,
        Where or WhereKnown or WhereAgain => turn.Held() is { IsHelped: true } ? SafetyQuestion.Path : AfterPlace(alarm),
        _ => SafetyQuestion.Path,
    });

    /// <summary>As <see cref="Next"/>, after an answer that says something by itself.</summary>
    public void NextInTime(Turn turn, Talk? alarm)
    {
        var held = turn.Held();
        var isWaiting = turn.Open.Step == SafetyQuestion.Path && held is { Unasked: < MostUnasked };
        if (held is not null)
        {
            turn.StoreHeld(held with { Unasked = isWaiting ? held.Unasked + 1 : 0 });
        }

        if (!isWaiting)
        {
            Next(turn, alarm);
        }
    }

    public void Again(Turn turn, Talk? alarm) => Show(turn, alarm, turn.Open.Step);

    /// <summary>What is happening is asked in place of whether it is safe; where and who are still asked where they were.</summary>
    public void AskMore(Turn turn, Talk alarm, string said)
    {
        if (turn.Open.Step != SafetyQuestion.Path)
        {
            turn.Add(said);
            Again(turn, alarm);
            return;
        }

        turn.Show(SafetyQuestion.Path, new Prompt(said).With(turn.Option(SafetyQuestion.Yes, ChoiceStyle.Success), turn.Option(SafetyQuestion.FalseAlarm)) with
        {
            Unshown = [turn.Option(SafetyQuestion.No)],
            TakesWords = true,
        });
    }

    /// <summary>Not where it was thought to be.</summary>
    public void AskPlace(Turn turn) => Show(turn, null, WhereAgain);

    private static string AfterPlace(Talk? alarm) => alarm is null or { Company: not null, Phone: not null } ? SafetyQuestion.Path : Who;

    private void Show(Turn turn, Talk? alarm, string step)
    {
        var prompt = step switch
        {
            Where => Located(turn, turn.Question(
                alarm?.DangerKind is DangerKind.Self or DangerKind.Violence or DangerKind.Hunger ? "alarm.where" : "alarm.scene")),
            WhereAgain => Located(turn, turn.Question("alarm.where_again")),
            WhereKnown when alarm?.VillageCode is { } village => turn.Question("alarm.where_known", ("village", areas.Path(village)))
                .With(turn.Option(Here, ChoiceStyle.Success), turn.Option(Elsewhere)),
            Who => turn.Question(alarm switch { { Company: not null } => "alarm.number", { Phone: not null } => "alarm.company", _ => "alarm.who" }),
            _ => null,
        };
        if (prompt is null)
        {
            SafetyQuestion.Ask(turn, alarm);
            return;
        }

        turn.Show(step, prompt.With(turn.Option(Unsafe, ChoiceStyle.Danger), turn.Option(SafetyQuestion.FalseAlarm)) with
        {
            Unshown = [turn.Option(SafetyQuestion.Back)],
            TakesWords = true,
        });
    }

    private static Prompt Located(Turn turn, Prompt prompt) => prompt with { Ask = Ask.Location, AskLabel = turn.Phrase("choice.location") };
}
