namespace SlrtBot.Core.Complaints;

/// <summary>What may cost a life: whose numbers come first, and which sentence.</summary>
public enum DangerKind
{
    /// <summary>Nothing closer is known.</summary>
    General,

    /// <summary>Somebody wants to die.</summary>
    Self,
    Violence,

    /// <summary>Also a birth, an accident, poison.</summary>
    Illness,

    /// <summary>Also gas and smoke.</summary>
    Fire,

    /// <summary>Water, earth and wind, and whoever is caught in them.</summary>
    Disaster,
    Hunger,
}
