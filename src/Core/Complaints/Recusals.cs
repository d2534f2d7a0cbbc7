namespace SlrtBot.Core.Complaints;

/// <summary>
/// Who has stepped aside from a complaint because it concerns them: ids between semicolons in one column, so that every query
/// can leave them out without a join.
/// </summary>
public static class Recusals
{
    public static string Mark(Guid staffId) => $";{staffId:N};";

    public static string With(string? recused, Guid staffId) => Has(recused, staffId) ? recused! : $"{recused}{Mark(staffId)}";

    public static bool Has(string? recused, Guid staffId) => recused?.Contains(Mark(staffId), StringComparison.Ordinal) == true;
}
