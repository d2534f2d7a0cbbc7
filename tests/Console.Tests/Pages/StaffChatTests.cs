using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>The own chats on the page of the own account.</summary>
[Collection(ConsoleTests.Name)]
public sealed class StaffChatTests(ConsoleSite site)
{
    [Fact]
    public async Task A_code_is_shown_once_and_the_linked_chat_is_listed_and_parted()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Facilitator);
        var browser = await site.SignedInAsync(staff);
        var conversation = await site.ConversationAsync();

        // Act
        var made = await browser.SubmitAsync(await browser.GetAsync("/account"), "form[action*='ChatCode']");
        var code = made.Text("#chat-code");
        var again = await browser.GetAsync("/account");
        var linked = await LinkAsync(conversation.Id, code);
        var listed = await browser.GetAsync("/account");
        var parted = await browser.SubmitAsync(listed, "form[action*='Unlink']");
        var after = await browser.GetAsync("/account");

        // Assert
        Assert.True(linked.Succeeded);
        Assert.Contains($"hubungkan {code}", made.Text("#chats"), StringComparison.Ordinal);
        Assert.DoesNotContain(code, again.Body, StringComparison.Ordinal);
        Assert.NotNull(listed.Document.QuerySelector($"#chat-{conversation.Id:N}"));
        Assert.Equal(303, parted.Status);
        Assert.Null(after.Document.QuerySelector($"#chat-{conversation.Id:N}"));
        Assert.All([made, listed, after], AssertHtml.IsSound);
        var stored = await site.ReadAsync(db => db.StaffMembers.SingleAsync(s => s.Id == staff.Id));
        Assert.Null(stored.ChatCodeHash);
    }

    [Fact]
    public async Task The_page_shows_a_picture_that_opens_the_bot_with_the_own_code_and_runs_nothing()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Facilitator, "32.04.44.2001");

        // Act
        var page = await browser.GetAsync("/account");
        var made = await browser.SubmitAsync(page, "form[action*='ChatCode']");

        // Assert
        var code = page.Text("#badge").Replace("-", "", StringComparison.Ordinal);
        Assert.Contains($"https://t.me/SlrtTestBot?start=f_{code}", page.Text("#help-code"), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("#help-code .qr > svg[viewBox]"));
        var chatCode = made.Text("#chat-code").Replace("-", "", StringComparison.Ordinal);
        Assert.Equal($"https://t.me/SlrtTestBot?start=s_{chatCode}", made.One("#chat-link").GetAttribute("href"));
        AssertHtml.IsSound(page);
    }

    [Fact]
    public async Task Another_persons_chat_is_neither_listed_nor_parted()
    {
        // Arrange
        var owner = await site.StaffAsync(Role.Facilitator);
        var conversation = await site.ConversationAsync();
        var ofOwner = await site.SignedInAsync(owner);
        var made = await ofOwner.SubmitAsync(await ofOwner.GetAsync("/account"), "form[action*='ChatCode']");
        _ = await LinkAsync(conversation.Id, made.Text("#chat-code"));
        var stranger = await site.SignedInAsync(Role.Manager);
        var page = await stranger.GetAsync("/account");
        var token = page.One("input[name=csrf]").GetAttribute("value")!;

        // Act
        _ = await stranger.PostAsync("/account?handler=Unlink", false, ("csrf", token), ("conversation", conversation.Id.ToString()));
        var forged = await ofOwner.PostAsync("/account?handler=Unlink", false, ("conversation", conversation.Id.ToString()));

        // Assert
        Assert.Equal(400, forged.Status);
        Assert.Null(page.Document.QuerySelector($"#chat-{conversation.Id:N}"));
        Assert.Null((await site.ReadAsync(db => db.StaffChats.SingleAsync(c => c.ConversationId == conversation.Id))).UnlinkedAt);
    }

    private Task<Outcome<StaffMember>> LinkAsync(Guid conversationId, string code) => site.Units.RunAsync<LinkStaffChat, StaffMember>(
        async (act, cancel) => await act.DoAsync(
            await site.ReadAsync(db => db.Conversations.SingleAsync(c => c.Id == conversationId)), code,
            Provenance.Resident(conversationId, "telegram", site.Clock.UtcNow), cancel),
        CancellationToken.None);
}
