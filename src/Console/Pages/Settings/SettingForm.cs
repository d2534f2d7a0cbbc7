using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Settings;

/// <summary>One value on a page of settings, and the form that changes it.</summary>
/// <param name="Label">What it is, in the reader's words.</param>
/// <param name="Shown">The value that holds, as it is read.</param>
/// <param name="Usual">What holds where nothing is settled, as it is read.</param>
/// <param name="LastDecision">Empty where nothing was ever decided about it.</param>
public sealed record SettingForm(SettingKey Key, string Label, string Shown, string Usual, bool IsSettled, Guid LastDecision)
{
    /// <summary>Phrase key of the value's field; its hint is that key with <c>.hint</c>.</summary>
    public string ValueLabel { get; init; } = "settings.value";

    /// <summary>Phrase key of the heading that it stands under with others; its explanation is that key with <c>.about</c>. Null for none.</summary>
    public string? Heading { get; init; }

    /// <summary>To choose from; null where it is typed.</summary>
    public IReadOnlyList<SelectListItem>? Choices { get; init; }

    /// <summary>Code of the category that the page shows with it; null elsewhere.</summary>
    public string? Of { get; init; }

    public string? Value { get; init; }

    public string? Reason { get; init; }

    /// <summary>It was sent just now, and refused.</summary>
    public bool IsOpen { get; init; }

    public bool MayChange { get; init; }

    public string HtmlId => $"{Key.Code}{(Key.Area.Length > 0 ? $"-{Key.Area}" : "")}".Replace('.', '-').ToLowerInvariant();
}
