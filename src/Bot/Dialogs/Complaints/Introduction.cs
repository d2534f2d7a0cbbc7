using System.Text.RegularExpressions;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"nama sy Siti hp 0812…" in the middle of a story: proposed where name and number are asked for, instead of asked again.</summary>
internal static partial class Introduction
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static void Note(ComplaintDraft draft, string story)
    {
        var named = Named().Match(story);
        if (!named.Success || PersonName.Read(named.Groups[1].Value) is not { } name
            || name.Split(' ').Any(word => EverydayWords.Contains(TextFolding.Fold(word))))
        {
            return;
        }

        // Two numbers may be two people's; and one without a name may be that of whom the story is about.
        var phone = Digits().Matches(story) is [var only] && PhoneNumber.TryParse(only.Value, out var read) ? read : null;
        if (phone is not null && !draft.IsAnonymous && draft.Name is null)
        {
            // Both were told: the summary shows them, and there they can be changed.
            (draft.Name, draft.Phone, draft.KnownName, draft.KnownPhone) = (name, phone.E164, null, null);
            return;
        }

        (draft.KnownName, draft.KnownPhone) = (name, phone?.E164);
    }

    [GeneratedRegex(
        @"\bnama (?:saya|sy|abdi|kula|aku)[ :=]+(\p{L}[\p{L}'.]*(?: (?!(?:hp|no|nomor|nomer|wa|desa|ds|kel|kelurahan|kp|rt|rw|umur|dari|tinggal|alamat|mau|ingin|di|dan|tapi|warga|janda|bantuan|bansos|pkh|sudah|udah|belum|blm|tidak|ga|gak)\b)\p{L}[\p{L}'.]*){0,2})", Loose)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<!\d)(?:\+?62|0)8[\d -]{7,13}\d(?!\d)", Loose)]
    private static partial Regex Digits();
}
