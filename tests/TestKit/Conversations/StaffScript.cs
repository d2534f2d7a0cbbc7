using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.TestKit.Conversations;

/// <summary>Members of staff who write in chats themselves.</summary>
public static class StaffScript
{
    public static async Task<StaffMember> StaffMemberAsync(
        this TestDatabase database, string name = "Dedi Supriadi", Role role = Role.Facilitator, string area = TestData.Village)
    {
        var id = SequentialId.Next(database.Clock.UtcNow);
        var staff = new StaffMember
        {
            Id = id,
            UserName = $"u{id:N}",
            NormalizedUserName = $"U{id:N}".ToUpperInvariant(),
            Name = name,
            SecurityStamp = "first",
            CreatedAt = database.Clock.UtcNow,
        };
        staff.Roles.Add(new StaffRole { Id = SequentialId.Next(database.Clock.UtcNow), StaffId = id, Role = role, AreaCode = area });
        await database.AddAsync(staff);
        return staff;
    }

    public static async Task<string> ChatCodeAsync(this TestDatabase database, StaffMember staff) =>
        (await database.Units.RunAsync<GiveChatCode, string>(
            (act, cancel) => act.DoAsync(new(staff.Id), Provenance.Staff(staff.Id, database.Clock.UtcNow), cancel), CancellationToken.None)).Value;

    /// <summary>A chat of their own, beside the script's.</summary>
    public static async Task<Guid> LinkedChatAsync(this TestDatabase database, StaffMember staff, string address)
    {
        var conversation = await database.ConversationAsync(PlainChannel.Code, address);
        await database.AddAsync(new StaffChat
        {
            Id = SequentialId.Next(database.Clock.UtcNow),
            StaffId = staff.Id,
            ConversationId = conversation.Id,
            LinkedAt = database.Clock.UtcNow,
        });
        return conversation.Id;
    }

    /// <summary>From here on the chat is a member of staff's.</summary>
    public static async Task<StaffMember> IsLinkedAsync(this ConversationScript chat, string name = "Dedi Supriadi")
    {
        var staff = await chat.Database.StaffMemberAsync(name);
        await chat.PlayAsync($"> hubungkan {await chat.Database.ChatCodeAsync(staff)}\n< terhubung dengan akun petugas {name}");
        return staff;
    }
}
