using System.Text.RegularExpressions;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>Codes that people read need words in every language of the catalogues.</summary>
internal static partial class Labels
{
    public static IEnumerable<string> Needed() =>
    [
        .. Of<ComplaintStatus>("status."),
        .. Of<ComplaintStatus>("status.").Select(k => $"{k}.resident"),
        .. Of<StatusType>("status_type."),
        .. Of<ReferralStatus>("referral_status."),
        .. Of<Role>("role."),
        .. Of<Urgency>("urgency."),
        .. Of<Concern>("concern."),
        .. Of<Confirmation>("confirmation."),
        .. Of<Danger>("danger."),
        .. Of<ComplaintKind>("complaint_kind."),
        .. Of<FeedbackKind>("verb."),
        .. Of<ChannelState>("channel_state."),
        .. Of<DecisionKind>("decision."),
        .. Of<Role>("role_does."),
        .. Of<DeskGap>("desk_gap."),
        .. Of<AreaDecisionKind>("area_decision."),
        .. Of<PersonMatch>("person_match."),
        .. Of<PersonReason>("person_reason."),
        .. Of<AccountsShown>("accounts.state."),
        .. ComplaintCategory.All.Select(c => $"category.{c.Code}"),
        .. ComplaintCategory.Groups.Select(g => $"category_group.{g.Code}"),
        .. ComplaintWorkflow.Reasons.Select(r => $"reason.{r}"),
        .. Repository.Sources.SelectMany(RefusalCodes).Distinct().Select(c => $"refusal.{c}"),
    ];

    public static IEnumerable<string> Missing(PhraseBook book, IEnumerable<string> keys) =>
        from key in keys from language in new[] { "id", "en" } where !book.Has(language, key) select $"{language}: {key}";

    /// <summary>Codes given as texts, and as constants of the same file.</summary>
    public static IEnumerable<string> RefusalCodes(SourceFile file)
    {
        var constants = Constant().Matches(file.Text).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        return Refused().Matches(file.Text).Select(m => m.Groups[1].Value is { Length: > 0 } code
            ? code
            : constants.GetValueOrDefault(m.Groups[2].Value, "")).Where(code => code.Length > 0);
    }

    private static IEnumerable<string> Of<TEnum>(string prefix)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(v => prefix + Codes.Of(v));

    [GeneratedRegex("""Refusal(?:\.(?:NotFound|Forbidden|Conflict))?\((?:"([a-z0-9_]+)"|([A-Z]\w+)\b)""")]
    private static partial Regex Refused();

    [GeneratedRegex("""const string (\w+) = "([a-z0-9_]+)";""")]
    private static partial Regex Constant();
}
