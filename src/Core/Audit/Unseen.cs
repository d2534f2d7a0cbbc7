namespace SlrtBot.Core.Audit;

/// <summary>How a look is written down: what was looked at, and the audit's word for it.</summary>
/// <param name="Verb">Such as <c>complaint.viewed</c>.</param>
public sealed record View(string Verb, string SubjectType, Guid SubjectId);

/// <summary>
/// Words of residents, opened for a member of staff and not handed out yet. <see cref="Views.ShowAsync"/> alone hands them out,
/// and writes the look down first: no page can show them in any other way.
/// </summary>
/// <param name="words">What is to be shown.</param>
public sealed class Unseen<T>(T words, View view)
    where T : class
{
    public View View => view;

    internal T Words => words;
}
