using System.Reflection;
using System.Reflection.Emit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Razor.Hosting;

namespace SlrtBot.Host.Tests.HouseRules.Rooms;

/// <summary>
/// What Razor files use: the build makes classes of them, and what these call, hold and inherit is read from the compiled
/// program. Classes of other files are found by their namespace, which is their folder.
/// </summary>
internal static class RazorArrows
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(code => code.Value);

    /// <param name="roomOf">The room of a path.</param>
    public static IReadOnlyList<Arrow> Of(Assembly program, Func<string, string> roomOf)
    {
        var views = program.GetCustomAttributes<RazorCompiledItemAttribute>().ToDictionary(v => v.Type, v => v.Identifier.TrimStart('/'));
        foreach (var component in program.GetTypes().Where(t => t.IsAssignableTo(typeof(IComponent))))
        {
            views.TryAdd(component, PathOf(component, program) + ".razor");
        }

        var folder = $"src/{program.GetName().Name!["SlrtBot.".Length..]}/";
        return
        [
            .. from view in views
               from used in Used(view.Key).Distinct()
               where used.Assembly == program && !views.ContainsKey(used) && used.Namespace?.StartsWith(program.GetName().Name!, StringComparison.Ordinal) == true
               let @from = roomOf(folder + view.Value)
               let to = roomOf(folder + PathOf(used, program) + ".cs")
               where @from != to
               select new Arrow(@from, to, $"{folder}{view.Value} uses {used.Name}"),
        ];
    }

    private static string PathOf(Type type, Assembly program) => string.Join('/',
        type.FullName![(program.GetName().Name!.Length + 1)..].Split('`')[0].Split('.'));

    /// <summary>Of a class and those inside it: parents, members, and what their code names.</summary>
    private static IEnumerable<Type> Used(Type type) => Parts(type.BaseType)
        .Concat(type.GetMembers(Own).SelectMany(Used))
        .Concat(type.GetNestedTypes(Own).SelectMany(Used));

    private static IEnumerable<Type> Used(MemberInfo member) => member switch
    {
        FieldInfo field => Parts(field.FieldType),
        PropertyInfo property => Parts(property.PropertyType),
        MethodBase method => Named(method).Concat(method.GetParameters().SelectMany(p => Parts(p.ParameterType))),
        _ => [],
    };

    /// <summary>Walks the instructions and resolves every token.</summary>
    private static IEnumerable<Type> Named(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            yield break;
        }

        foreach (var local in body.LocalVariables.SelectMany(l => Parts(l.LocalType)))
        {
            yield return local;
        }

        var code = body.GetILAsByteArray()!;
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (var part in Named(method, BitConverter.ToInt32(code, at)))
                {
                    yield return part;
                }
            }

            at += SizeOf(operation.OperandType, code, at);
        }
    }

    private static IEnumerable<Type> Named(MethodBase method, int token)
    {
        var types = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, types, method.IsGenericMethod ? method.GetGenericArguments() : null);
        return member switch
        {
            Type type => Parts(type),
            MethodInfo { IsGenericMethod: true } generic => Parts(generic.DeclaringType).Concat(generic.GetGenericArguments().SelectMany(Parts)),
            _ => Parts(member?.DeclaringType),
        };
    }

    /// <summary>The outermost class, and those between its angle brackets.</summary>
    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return [];
        }

        if (type.HasElementType)
        {
            return Parts(type.GetElementType());
        }

        var outer = type;
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }

        outer = outer.IsGenericType ? outer.GetGenericTypeDefinition() : outer;
        return type.GetGenericArguments().SelectMany(Parts).Append(outer);
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
