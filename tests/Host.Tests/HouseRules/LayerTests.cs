using Xunit;

namespace SlrtBot.Host.Tests.HouseRules;

public sealed class LayerTests
{
    [Fact]
    public void Projects_reference_only_what_they_may()
    {
        // Act
        var wrong = Repository.Files("src", "*.csproj").SelectMany(Layers.WrongReferences);

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("src/Bot/Bot.csproj", """<ProjectReference Include="../Console/Console.csproj" />""")]
    [InlineData("src/Core/Core.csproj", """<ProjectReference Include="../Bot/Bot.csproj" />""")]
    [InlineData("src/Core/Core.csproj", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""")]
    public void A_wrong_reference_is_found(string path, string text)
    {
        // Act
        var wrong = Layers.WrongReferences(new SourceFile(path, text));

        // Assert
        Assert.Single(wrong);
    }

    [Fact]
    public void Files_use_only_what_stands_left_of_them()
    {
        // Act
        var wrong = Repository.Sources.SelectMany(Layers.WrongUsings);

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("src/Core/Areas/Area.cs", "using SlrtBot.Core.Complaints;")]
    [InlineData("src/Core/Complaints/Complaint.cs", "using SlrtBot.Core.Notifications;")]
    [InlineData("src/Core/Kernel/Outcome.cs", "using static SlrtBot.Core.Staff.Permission;")]
    [InlineData("src/Core/Files/FileStore.cs", "using Microsoft.AspNetCore.Http;")]
    [InlineData("src/Core/Complaints/Lodging/LodgeComplaint.cs", "using Quartz;")]
    [InlineData("src/Bot/Turns/TakeTurn.cs", "using SlrtBot.Console.Security;")]
    [InlineData("src/Console/Pages/Queue/Show.cshtml", "@using SlrtBot.Bot.Dialogs")]
    [InlineData("src/Host/Composition.cs", "using SlrtBot.Bot.Telegram;")]
    public void A_using_to_the_right_is_found(string path, string line)
    {
        // Act
        var wrong = Layers.WrongUsings(new SourceFile(path, $"using System;\n{line}\n\nnamespace X;\n"));

        // Assert
        Assert.Single(wrong);
    }
}
