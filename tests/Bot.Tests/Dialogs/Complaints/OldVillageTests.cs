using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>A village that is no more, and a name that is no longer borne: whoever writes it is led to what became of it.</summary>
public sealed class OldVillageTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    [Theory, OnSqlite]
    public async Task An_ended_village_leads_to_its_successor_which_is_asked_about(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var areas = chat.Database.Services.GetRequiredService<AreaCatalogue>();
        var (old, successor) = (areas.Search("sadu").Only!, areas.Search("desa pamekaran kec soreang").Only!);
        await ChangeAsync(chat, old.Code, village => (village.ValidTo, village.SuccessorCode) = (Day, successor.Code));
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > desa sadu
            < Desa Sadu sekarang menjadi Desa Pamekaran.
            < Langkah 4 dari 6. Benar di Pamekaran?
            < [Desa Pamekaran]
            > ya
            < Saya catat: Desa Pamekaran, Kec. Soreang.
            """);
    }

    [Theory, OnSqlite]
    public async Task A_name_of_before_leads_to_the_name_of_today(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var code = chat.Database.Services.GetRequiredService<AreaCatalogue>().Search("sadu").Only!.Code;
        await chat.Database.AddAsync(new FormerName { Id = SequentialId.Next(chat.Database.Clock.UtcNow), AreaCode = code, Name = "Sadu", Until = Day });
        await ChangeAsync(chat, code, village => village.Rename("Mekarsari Anyar"));
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > sadu
            < Desa Sadu sekarang menjadi Desa Mekarsari Anyar.
            < [Desa Mekarsari Anyar]
            > ya
            < Saya catat: Desa Mekarsari Anyar, Kec. Soreang.
            """);
    }

    private static async Task ChangeAsync(ConversationScript chat, string code, Action<Area> change)
    {
        // Chats share areas in memory; this one needs rows of its own.
        await chat.Database.Services.GetRequiredService<PrepareAreas>().ImportAsync(null, Provenance.Verb("areas import", chat.Database.Clock.UtcNow), default);
        await chat.Database.ReadAsync(async db =>
        {
            change(await db.Areas.SingleAsync(a => a.Code == code));
            await chat.Database.Gate.SaveAsync(db, default);
            return true;
        });
        await chat.Database.Services.GetRequiredService<PrepareAreas>().LoadAsync(default);
    }
}
