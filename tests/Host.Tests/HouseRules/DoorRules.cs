using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>What every act and every page must carry.</summary>
internal static class DoorRules
{
    /// <summary>An act that does not say who does it cannot be audited.</summary>
    public static IEnumerable<string> ActsWithoutProvenance(IEnumerable<Type> types) => types
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.Name == "DoAsync"))
        .Where(act => !act.GetParameters().Any(p => p.ParameterType == typeof(Provenance)) || !ReturnsOutcome(act.ReturnType))
        .Select(act => act.DeclaringType!.FullName!);

    /// <summary>A page that forgot to say who may see it.</summary>
    public static IEnumerable<string> PagesWithoutPermission(IEnumerable<Type> types) => types
        .Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)
        .Where(t => t.GetCustomAttributes().Count(a => a is PermitsAttribute or AnyStaffAttribute or AnyoneAttribute) != 1)
        .Select(t => t.FullName!);

    private static bool ReturnsOutcome(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)
        && type.GenericTypeArguments[0] is { IsGenericType: true } outcome && outcome.GetGenericTypeDefinition() == typeof(Outcome<>);
}
