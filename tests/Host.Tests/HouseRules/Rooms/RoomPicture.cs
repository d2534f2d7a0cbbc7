using System.Globalization;
using System.Reflection;
using System.Text;

namespace SlrtBot.Host.Tests.HouseRules.Rooms;

/// <summary>The arrows of this repository, read once for all tests, and how they are drawn.</summary>
internal static class RoomPicture
{
    private static readonly Dictionary<string, Lazy<IReadOnlyList<NamedType>>> Named = RoomOrder.All.ToDictionary(
        o => o.Project, o => new Lazy<IReadOnlyList<NamedType>>(() => NamedTypes.In(Repository.Files($"src/{o.Project}", "*.cs"), Libraries(o.Project))));

    /// <summary>What the C# files of a project name.</summary>
    public static IReadOnlyList<NamedType> NamedIn(string project) => Named[project].Value;

    public static IReadOnlyList<Arrow> ArrowsOf(RoomOrder order) =>
        [.. order.Arrows(NamedIn(order.Project)), .. RazorArrows.Of(Assembly.Load($"SlrtBot.{order.Project}"), order.RoomOf)];

    /// <summary>A table a project: each room and the rooms it uses.</summary>
    public static string Draw()
    {
        var text = new StringBuilder();
        foreach (var order in RoomOrder.All)
        {
            var arrows = ArrowsOf(order);
            var uses = arrows.ToLookup(a => a.From, a => a.To);
            text.Append(CultureInfo.InvariantCulture, $"## src/{order.Project}\n\n");
            text.Append(order.Everywhere.Length > 0 ? $"Outside the order, used by all and using all: {string.Join(", ", order.Everywhere)}.\n\n" : "");
            text.Append("| Room, from left to right | uses |\n|---|---|\n");
            foreach (var room in order.Order.Where(r => uses.Contains(r) || arrows.Any(a => a.To == r)))
            {
                var used = order.Order.Where(r => uses[room].Contains(r));
                text.Append($"| {room} | {string.Join(", ", used)} |\n".Replace("|  |", "| |", StringComparison.Ordinal));
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>Everything that these tests have at hand, without the project itself.</summary>
    public static IEnumerable<string> Libraries(string project) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
        .DistinctBy(Path.GetFileName).Where(l => Path.GetFileName(l) != $"SlrtBot.{project}.dll");
}
