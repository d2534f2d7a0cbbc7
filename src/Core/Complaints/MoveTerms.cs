using SlrtBot.Core.Areas;

namespace SlrtBot.Core.Complaints;

/// <summary>What an installation has settled about times and categories, and every move goes by.</summary>
public sealed record MoveTerms(ReminderOptions Reminders, AfterAnswerOptions AfterAnswer, WorkingCalendar Calendar, TimeLimits Limits, CategoryTerms Categories);
