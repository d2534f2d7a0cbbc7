using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Talks;

/// <summary>Why words of an emergency may be kept; labels <c>keeping_ground.{code}</c>.</summary>
public enum KeepingGround
{
    Consent,

    /// <summary>Law 27/2022, article 20 (2) d: a life may depend on it, whether or not anybody has agreed.</summary>
    VitalInterest,
}

/// <content>What an emergency adds: the card by which staff find the person. It lives longer than the chat's own words may.</content>
public sealed partial class Talk
{
    public static readonly SealedTable Table = new("talk");

    private const int LongestWords = 4000;
    private const int LongestPart = 300;

    /// <summary>Whether it is safe there, as the person says; null where nothing sounded like an emergency.</summary>
    public Danger? Danger { get; set; }

    public DateTime? DangerAt { get; set; }

    public DangerKind? DangerKind { get; set; }

    /// <summary>When staff were last alerted of an emergency that nobody has taken.</summary>
    public DateTime? AlertedAt { get; set; }

    /// <summary>When an alert was first taken by the channel of a linked chat; null while nobody is known to have it.</summary>
    public DateTime? ReachedAt { get; set; }

    /// <summary>When the person was told that nobody has been reached yet.</summary>
    public DateTime? UnreachedToldAt { get; set; }

    /// <summary>What was written in danger, a message a line.</summary>
    public Sealed? Words { get; private set; }

    /// <summary>Where it is, in the person's own words.</summary>
    public Sealed? Whereabouts { get; private set; }

    /// <summary>"latitude,longitude" in degrees, WGS 84.</summary>
    public Sealed? Pin { get; private set; }

    /// <summary>Who is with the person.</summary>
    public Sealed? Company { get; private set; }

    /// <summary>As the person wrote it: whoever calls finds the right one among two; or that nobody is to call.</summary>
    public Sealed? Phone { get; private set; }

    /// <summary>Null where nothing is kept.</summary>
    public KeepingGround? Ground { get; set; }

    /// <summary>When the card is emptied; set when the talk ends.</summary>
    public DateTime? ForgetAt { get; set; }

    public bool IsPlaced => Whereabouts is not null || Pin is not null;

    public void AddWords(string words, FieldCipher cipher) => Words = Joined(Words, words, "words", "\n", LongestWords, cipher);

    /// <returns>True where it lies elsewhere now.</returns>
    public bool Add(Whereabouts said, FieldCipher cipher)
    {
        Whereabouts = Joined(Whereabouts, said.Words, "whereabouts", "; ", LongestPart, cipher);
        Company = Joined(Company, said.Company, "company", "; ", LongestPart, cipher);
        Phone = Joined(Phone, said.Phone, "phone", "; ", LongestPart, cipher);
        Pin = said.Pin is null ? Pin : cipher.Seal(said.Pin, Table, Id, "pin");
        return said.AreaCode is { } area && Stand(area);
    }

    private bool Stand(string area)
    {
        var (before, place) = (this.Closest(), Place.Of(area, RegencyCode));
        // A sub-district says less than a village in it that is known already.
        if (VillageCode is not null && place.VillageCode is null && DistrictCode == place.DistrictCode)
        {
            return false;
        }

        (RegencyCode, DistrictCode, VillageCode) = (place.RegencyCode, place.DistrictCode, place.VillageCode);
        return this.Closest() != before;
    }

    /// <summary>What was said before stays beside what is said now: only staff can tell which of two holds.</summary>
    private Sealed? Joined(Sealed? before, string? more, string column, string by, int longest, FieldCipher cipher)
    {
        if (string.IsNullOrWhiteSpace(more))
        {
            return before;
        }

        var (known, said) = (cipher.OpenOptional(before, Table, Id, column), more.Trim());
        var whole = known is null ? said : known.Contains(said, StringComparison.OrdinalIgnoreCase) ? known : known + by + said;
        return cipher.Seal(whole[..Math.Min(whole.Length, longest)], Table, Id, column);
    }
}
