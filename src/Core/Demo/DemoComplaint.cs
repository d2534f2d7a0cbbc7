using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core.Demo;

/// <summary>Makes one complaint of a demo with all that hangs on it, from its number alone.</summary>
/// <param name="by">Who fills in, and when, for the audit.</param>
public sealed class DemoComplaint(DemoWorld world, int attempt, Provenance by)
{
    private const string Table = "complaint";
    private const int FewComplaints = 5000;

    private static readonly (string Code, double Weight)[] ChannelsUsed =
        [(Channels.Telegram, 62), (Channels.WebChat, 18), ("desk", 12), ("phone", 4), ("visit", 4)];

    private readonly DemoThreads _threads = new(world);
    private readonly DemoHistory _history = new(world, attempt);

    public void Add(DemoRows rows, int index)
    {
        var chance = DemoRandom.For(world.Key, Table, index);
        var inField = DemoField.Path(world, index);
        var village = inField is null ? world.Spread.Village(chance) : DemoField.Village(world);
        var category = inField is null ? DemoSpread.Category(chance) : DemoField.Category;
        var at = inField is null ? DemoSpread.LodgedAt(chance, index, world.Plan, world.Areas.ZoneOf(village.Code)) : DemoField.LodgedAt(world, index);
        var steps = inField ?? DemoPath.Walk(chance, at, world.Until, category.Code, t => world.OfficeTime(t, village.Code));
        var channel = chance.Pick(ChannelsUsed, c => c.Weight).Code;
        var conversation = HasThread(chance, channel) ? _threads.Begin(chance, channel, village.Code, at) : null;
        var story = DemoStories.Make(chance, category.Code, village.Name);
        var (complaint, names) = Make(chance, index, category, village, at, steps, channel, conversation?.Id, story);

        rows.Complaints.Add(complaint);
        rows.Segments.Add(complaint.Lodge(world.Terms));
        rows.Acts.Add(Filled(complaint.Id));
        if (world.Plan.SearchIndex)
        {
            rows.Words.AddRange(TextFolding.SearchWords(story, names)
                .Select(word => new ComplaintWord { Word = world.Word(word), ComplaintId = complaint.Id }));
        }

        _history.Add(rows, chance, complaint, steps, index);
        Rest(complaint);
        if (TaskKinds.Of(complaint.Status) is { } waits)
        {
            var planned = rows.Visits.FindLast(v => v.ComplaintId == complaint.Id && v.Status == VisitStatus.Planned)?.PlannedOn;
            rows.Tasks.Add(Step(complaint, waits, planned));
        }

        if (conversation is not null)
        {
            _threads.Add(rows, chance, conversation, complaint, story);
        }
    }

    private WorkTask Step(Complaint complaint, TaskKind waits, DateOnly? planned)
    {
        var task = WorkTask.ForStep(complaint, waits, complaint.PromiseOn, complaint.MovedAt);
        if (TaskKinds.OfDesks.Contains(waits))
        {
            task.Limit(complaint.MovedAt, world.Stages.DaysFor(complaint.Status, complaint.Urgency));
            var end = world.DueOn(complaint.MovedAt, task.LimitDays!.Value, complaint.VillageCode);
            task.DueOn = end < complaint.PromiseOn ? end : complaint.PromiseOn;
        }

        if (planned is { } day)
        {
            task.Plan(day);
        }

        return task;
    }

    private AuditAct Filled(Guid complaintId) => new()
    {
        Id = SequentialId.Next(by.At),
        At = by.At,
        ActorKind = by.Kind,
        ActorId = by.ActorId,
        Door = by.Door,
        Verb = "complaint.filled_in",
        SubjectType = Table,
        SubjectId = complaintId,
        Reason = by.Reason,
    };

    /// <summary>Few large demos are looked at chat by chat.</summary>
    private bool HasThread(DemoRandom chance, string channel) =>
        chance.Chance(world.Plan.Complaints <= FewComplaints ? 0.7 : 0.02) && channel is Channels.Telegram or Channels.WebChat;

    private (Complaint Complaint, string Names) Make(
        DemoRandom chance, int index, ComplaintCategory category, Area village, DateTime at, List<DemoStep> steps, string channel,
        Guid? conversationId, string story)
    {
        var id = chance.Id(at);
        var person = DemoPeople.Make(chance, village.Code);
        var subject = chance.Pick([(Subject.Self, 70.0), (Subject.Family, 20), (Subject.Neighbour, 6), (Subject.Other, 4)], s => s.Item2).Item1;
        var subjectName = subject == Subject.Self ? null : DemoPeople.Make(chance, village.Code).Name;
        var anonymous = category.IsSensitive ? chance.Chance(0.3) : chance.Chance(0.02);
        var nik = !anonymous && category.NeedsIdentity && chance.Chance(0.7) ? person.NationalId : null;
        var phone = !anonymous && chance.Chance(0.85) ? person.Phone : null;
        var reporter = anonymous ? null : person.Name;
        var status = steps.Count == 0 ? ComplaintStatus.Received : steps[^1].To;
        var (kind, programme) = DemoKinds.Of(world.Key, index, category, story);
        var type = status.Type();
        var complaint = new Complaint
        {
            Id = id,
            Reference = ReferenceCode.From(DemoRandom.FortyBits(world.Key + (ulong)attempt, index)),
            DraftId = chance.Id(at),
            ConversationId = conversationId,
            Channel = channel,
            CategoryCode = category.Code,
            Kind = kind,
            ProgrammeCode = programme,
            IsSensitive = category.IsSensitive,
            Urgency = DemoSpread.UrgencyOf(chance, category),
            RegencyCode = AreaCode.RegencyOf(village.Code)!,
            DistrictCode = AreaCode.DistrictOf(village.Code)!,
            VillageCode = village.Code,
            Subject = subject,
            IsAnonymous = anonymous,
            ReporterName = world.Cipher.SealOptional(reporter, Complaint.Table, id, "reporter_name"),
            SubjectName = world.Cipher.SealOptional(subjectName, Complaint.Table, id, "subject_name"),
            Phone = world.Cipher.SealOptional(phone, Complaint.Table, id, "phone"),
            PhoneIndex = phone is null ? null : world.Blind.Of(BlindIndex.Phone, phone),
            NationalId = world.Cipher.SealOptional(nik, Complaint.Table, id, "national_id"),
            NationalIdIndex = nik is null ? null : world.Blind.Of(BlindIndex.Nik, nik),
            NationalIdTail = NationalIdTail.Of(world.Blind, nik),
            Address = anonymous ? null : world.Cipher.Seal(person.Address, Complaint.Table, id, "address"),
            Story = world.Cipher.Seal(story, Complaint.Table, id, "story"),
            LodgedAt = at,
            AssignedTo = type == StatusType.Settled || chance.Chance(0.55) ? null : Holder(chance, status, village.Code),
            Version = steps.Count,
        };
        return (complaint, $"{reporter} {subjectName}");
    }

    private Guid Holder(DemoRandom chance, ComplaintStatus status, string villageCode) => world.Staff(
        chance,
        status switch
        {
            ComplaintStatus.Received or ComplaintStatus.NeedsInformation => Role.Frontoffice,
            ComplaintStatus.FieldVerification => Role.Facilitator,
            ComplaintStatus.SupervisorReview => Role.Supervisor,
            ComplaintStatus.ManagerDecision => Role.Manager,
            ComplaintStatus.InReview or ComplaintStatus.Answered => Role.Analyst,
            _ => Role.Backoffice,
        },
        villageCode);

    /// <summary>As it stands today: what a job would have marked is marked, and no question of before is due.</summary>
    private void Rest(Complaint complaint)
    {
        complaint.LeaveInPeace();
        complaint.RemindNextAt(complaint.StatusType == StatusType.Settled || complaint.ConversationId is null ? null : NextReminder(complaint.MovedAt));
        if (complaint.IsPast(world.Plan.Until))
        {
            complaint.MarkOverdue();
        }
    }

    /// <summary>Reminders that would have been sent are behind us: a fresh demo does not begin with a flood of them.</summary>
    private DateTime NextReminder(DateTime moved)
    {
        var interval = TimeSpan.FromDays(world.ReminderDays);
        var passed = Math.Max(0, Math.Floor((world.Until - moved) / interval));
        return moved + ((passed + 1) * interval);
    }
}
