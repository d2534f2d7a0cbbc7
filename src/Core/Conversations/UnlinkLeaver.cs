using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

/// <summary>When someone leaves, their chats are a resident's again in the same save.</summary>
public sealed class UnlinkLeaver(UnlinkStaffChats unlink) : IEventHandler<StaffMemberDeactivated>
{
    public Task HandleAsync(StaffMemberDeactivated happened, CancellationToken cancellationToken) =>
        unlink.DoAsync(new(happened.StaffId, null, StaffChatEnd.Left), happened.By, cancellationToken);
}
