using System.Text.Json;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Demo;

/// <summary>
/// The chat that a complaint came from. Web chats may be written to, as nobody has their page open; Telegram chats are
/// marked as blocked by the person, so that nothing of a demo ever leaves for a real network.
/// </summary>
internal sealed class DemoThreads(DemoWorld world)
{
    public Conversation Begin(DemoRandom chance, string channel, string villageCode, DateTime at)
    {
        var started = at.AddMinutes(-chance.Between(3, 15));
        var id = chance.Id(started);
        var address = $"demo-{id:N}";
        return new Conversation
        {
            Id = id,
            Channel = channel,
            AddressIndex = world.Blind.Of(BlindIndex.Address, $"{channel}|{address}"),
            Address = world.Cipher.Seal(address, Conversation.Table, id, "address"),
            VillageCode = villageCode,
            Reachable = channel == Channels.WebChat,
            CreatedAt = started,
            LastInboundAt = at,
        };
    }

    public void Add(DemoRows rows, DemoRandom chance, Conversation conversation, Complaint complaint, string story)
    {
        rows.Conversations.Add(conversation);
        var at = complaint.LodgedAt;
        Hear(story, at.AddSeconds(-40));
        Say(DemoTexts.Replies["lodged"][0].Replace("{reference}", complaint.Reference, StringComparison.Ordinal), OutboundKind.Reply, null, at, isReceipt: true);
        foreach (var move in Enumerable.Reverse(rows.Moves).TakeWhile(m => m.ComplaintId == complaint.Id && m.FromStatus is not null).Reverse().ToList())
        {
            if (move.Verb == "resident_answers")
            {
                Hear(chance.Pick(DemoTexts.Replies["resident_answers"]), move.At);
            }
            else if (NotifyOnEvents.IsTold(move.Verb))
            {
                Say(Words(complaint, move), OutboundKind.Notice, null, move.At, $"move:{move.Id:N}");
            }

            if (move.Verb is "review" or "resume" && chance.Chance(0.5))
            {
                var said = move.At.AddMinutes(chance.Between(1, 30));
                Say(chance.Pick(DemoTexts.Replies["staff_chat"]), OutboundKind.Staff, move.ActorId, said);
                Hear(chance.Pick(DemoTexts.Replies["resident_chat"]), said.AddMinutes(chance.Between(2, 180)));
            }
        }

        void Hear(string text, DateTime when)
        {
            var id = chance.Id(when);
            conversation.LastInboundAt = when > conversation.LastInboundAt ? when : conversation.LastInboundAt;
            rows.Inbound.Add(new InboundMessage
            {
                Id = id,
                Channel = conversation.Channel,
                UpdateKey = $"demo:{id:N}",
                AddressIndex = conversation.AddressIndex,
                Payload = null,
                ReceivedAt = when,
                State = InboundState.Done,
                HandledAt = when,
                ConversationId = conversation.Id,
                ComplaintId = complaint.Id,
                Kind = InboundKind.Text,
                Text = world.Cipher.Seal(text, InboundMessage.Table, id, "text"),
            });
        }

        void Say(string text, OutboundKind kind, Guid? staffId, DateTime when, string? dedupeKey = null, bool isReceipt = false)
        {
            var id = chance.Id(when);
            var body = JsonSerializer.Serialize(new MessageContent(text), MessageJson.Default.MessageContent);
            rows.Outbound.Add(new OutboundMessage
            {
                Id = id,
                ConversationId = conversation.Id,
                ComplaintId = complaint.Id,
                Channel = conversation.Channel,
                Kind = kind,
                IsReceipt = isReceipt,
                DedupeKey = dedupeKey ?? $"demo:{id:N}",
                Body = world.Cipher.Seal(body, OutboundMessage.Table, id, "body"),
                StaffId = staffId,
                State = OutboundState.Sent,
                Tries = 1,
                CreatedAt = when,
                SentAt = when.AddSeconds(1),
            });
        }
    }

    private string Words(Complaint complaint, ComplaintMove move) => NotifyOnEvents.Words(
        world.Phrases,
        "id",
        new ComplaintMoved(
            ComplaintKey.Of(complaint), move.Id, move.Verb, move.FromStatus!.Value, move.ToStatus,
            world.Cipher.OpenOptional(move.Message, ComplaintMove.Table, move.Id, "message"), move.Reason,
            new Provenance(move.ActorKind, move.ActorId, "demo", move.At)));
}
