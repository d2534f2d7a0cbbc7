namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>The shortest ways to a step, for scripts that begin there.</summary>
internal static class Paths
{
    public const string ToConsent =
        """
        > lapor
        < Apakah Anda setuju?
        """;

    public const string ToSubject =
        $"""
        {ToConsent}
        > setuju
        < Langkah 1 dari 6
        """;

    public const string ToGroup =
        $"""
        {ToSubject}
        > saya sendiri
        < Langkah 2 dari 6
        """;

    /// <summary>A category that needs no NIK.</summary>
    public const string ToStory =
        $"""
        {ToGroup}
        > sekolah
        < Langkah 3 dari 6
        """;

    public const string ToVillage =
        $"""
        {ToStory}
        > ijazah anak saya ditahan sekolah
        < Selesai bercerita
        > selesai
        < Langkah 4 dari 6
        """;

    public const string ToPhotos =
        $"""
        {ToVillage}
        > Sadu
        < Langkah 5 dari 6
        """;

    public const string ToName =
        $"""
        {ToPhotos}
        > lewati
        < Langkah 6 dari 6
        """;

    public const string ToPhone =
        $"""
        {ToName}
        > Siti Aminah
        < nomor HP
        """;

    public const string ToReview =
        $"""
        {ToPhone}
        > 0812 3456 7890
        < Periksa dulu
        """;

    public const string ToReceipt =
        $"""
        {ToReview}
        > kirim
        < ✅ Laporan terkirim.
        """;

    /// <summary>A second complaint of a chat that has sent one, in the same village.</summary>
    public const string AboutTheHouse =
        """
        > lapor
        > saya
        > rumah
        > atap rumah kami bocor
        > selesai
        > ya
        > lewati
        > rahasiakan
        > kirim
        < ✅ Laporan terkirim.
        """;

    /// <summary>The step before the summary where a NIK is asked for.</summary>
    public const string ToNationalId =
        """
        > lapor
        > setuju
        > saya sendiri
        > kesehatan
        > sakit
        > suami saya sakit dan tidak punya biaya
        > selesai
        > Sadu
        > lewati
        > Siti, 081234567890
        < 16 angka NIK
        """;
}
