using SlrtBot.Core.Complaints;
using SlrtBot.Core.Understanding;
using Xunit;

namespace SlrtBot.Core.Tests.Understanding;

/// <summary>Anger is no danger, and a threat is one: lines never learnt from.</summary>
public sealed class InsultTests
{
    private static readonly Understander Understander = new();

    [Theory]
    [InlineData("anjing lu pemerintah goblok")]
    [InlineData("bangsat kalian semua makan gaji buta")]
    [InlineData("tai lah, ngomong sama mesin gini")]
    [InlineData("kontol, ditanya jawabnya muter muter")]
    [InlineData("dasar babi lu semua di dinsos")]
    [InlineData("bacot mulu, kerja kagak")]
    [InlineData("muka lu kayak setan, koruptor")]
    [InlineData("tolol amat sih yang bikin beginian")]
    [InlineData("kalian injak injak rakyat kecil, bajingan")]
    [InlineData("mampus lu pada kena azab")]
    [InlineData("gila lu ya, nunggu setahun")]
    [InlineData("monyet, dikira kami bodoh apa")]
    [InlineData("aing ambek pisan ka maneh, belegug sia")]
    [InlineData("goblog siah kehed")]
    [InlineData("anying lah lila pisan dibalesna")]
    [InlineData("pejabat beungeut anjing tukang bohong")]
    [InlineData("jancuk suwe tenan, asu")]
    [InlineData("matamu picek a, ra iso moco")]
    [InlineData("raimu koyo asu, pejabat maling")]
    [InlineData("ndasmu, wis bola bali ditakoni")]
    public void An_insult_raises_no_alarm(string insult)
    {
        // Act
        var urgency = Understander.Understand(insult).Urgency;

        // Assert
        Assert.True(urgency < Urgency.Urgent, $"{insult}: {urgency}");
    }

    [Theory]
    [InlineData("saya bakar kantor")]
    [InlineData("awas saya bacok")]
    [InlineData("saya bakar kantor desa kalau tidak cair")]
    [InlineData("anjing kalian, awas saya bacok satu satu")]
    [InlineData("bangsat, saya mau bunuh pak rt")]
    [InlineData("goblok, tunggu saya bawa golok ke kantor")]
    [InlineData("asu, tak pateni kowe")]
    [InlineData("anying siah, ku aing dibacok")]
    [InlineData("tai lu semua, saya gantung diri aja di kantor dinas")]
    public void A_threat_raises_it_among_insults_too(string threat)
    {
        // Act, Assert
        Assert.Equal(Urgency.Emergency, Understander.Understand(threat).Urgency);
    }
}
