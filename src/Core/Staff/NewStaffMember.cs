using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <param name="UserName">3 to 64 letters, digits, dots, hyphens and underscores; capitals do not matter.</param>
/// <param name="Name">As colleagues and residents read it.</param>
/// <param name="AreaCode">Where all the roles are held.</param>
/// <param name="PasswordHash">Null where the person sets a password over a link.</param>
public sealed record NewStaffMember(
    string UserName, string Name, IReadOnlyList<Role> Roles, string AreaCode, bool ReadsSensitive = false, string? PasswordHash = null)
{
    public const int LongestName = 100;

    /// <summary>Why, for the account's log; verbs at the machine give none.</summary>
    public string? Reason { get; init; }

    public string NormalizedUserName => UserName.ToUpperInvariant();

    /// <summary>It may do what is not given away lightly (<see cref="FreshPassword"/>).</summary>
    public bool IsGrave => ReadsSensitive || (AreaCode.Length > 0 && Roles.Any(r => FreshPassword.IsGrave(new RoleWanted(r, AreaCode))));

    /// <summary>What is wrong with it by itself; whether name and area are free and known, the act asks the database.</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (UserName.Length is < 3 or > 64 || !char.IsAsciiLetterOrDigit(UserName[0])
            || !UserName.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            yield return new Refusal("user_name_invalid", "user");
        }

        if (NameProblem(Name) is { } name)
        {
            yield return name;
        }

        if (Roles.Count == 0)
        {
            yield return new Refusal("required", "role");
        }

        if (AreaCode.Length == 0 || Areas.AreaCode.Normalise(AreaCode) != AreaCode)
        {
            yield return UnknownArea(AreaCode);
        }
    }

    internal static Refusal? NameProblem(string? name) => string.IsNullOrWhiteSpace(name)
        ? new Refusal("required", "name")
        : name.Length > LongestName ? new Refusal("too_long", "name") : null;

    public static Refusal UnknownArea(string code) =>
        new("area_unknown", "area") { Values = new Dictionary<string, string> { ["code"] = code } };

    public static Refusal Taken(string userName) =>
        new("user_name_taken", "user") { Values = new Dictionary<string, string> { ["user"] = userName } };

    /// <returns>The rows to add, and the token of the set-up link where no password was given.</returns>
    internal (StaffMember Staff, string? SetUpToken) Make(Provenance by)
    {
        var token = PasswordHash is null ? SetUpToken.New() : null;
        var staff = new StaffMember
        {
            Id = SequentialId.Next(by.At),
            UserName = UserName,
            NormalizedUserName = NormalizedUserName,
            Name = Name.Trim(),
            PasswordHash = PasswordHash,
            SecurityStamp = SetUpToken.New(),
            ReadsSensitive = ReadsSensitive,
            SetUpTokenHash = token is null ? null : SetUpToken.Hash(token),
            SetUpTokenExpires = token is null ? null : by.At + SetUpToken.Life,
            CreatedAt = by.At,
        };
        staff.Roles.AddRange(Roles.Distinct().Select(role => new StaffRole
        {
            Id = SequentialId.Next(by.At),
            StaffId = staff.Id,
            Role = role,
            AreaCode = AreaCode,
        }));
        return (staff, token);
    }
}

/// <param name="SetUpToken">For the link <c>/set-up/{token}</c>; only its hash is stored. Null where there is a password.</param>
public sealed record StaffAdded(Guid Id, string UserName, string Name, string? SetUpToken);
