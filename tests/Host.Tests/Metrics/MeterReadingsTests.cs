using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Host.Metrics;
using Xunit;

namespace SlrtBot.Host.Tests.Metrics;

public sealed class MeterReadingsTests
{
    [Fact]
    public void Counters_add_up_gauges_stand_and_names_are_as_Prometheus_has_them()
    {
        // Arrange
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var readings = new MeterReadings(services.GetRequiredService<IMeterFactory>());
        using var meter = new Meter("SlrtBot");
        var counter = meter.CreateCounter<long>("test_things");
        var took = meter.CreateHistogram<double>("test.took", "s");
        var level = 7;
        meter.CreateObservableGauge("test_level", () => level, "By");

        // Act
        counter.Add(1, KeyValuePair.Create<string, object?>("kind", "a"));
        counter.Add(2, KeyValuePair.Create<string, object?>("kind", "a"));
        counter.Add(5, KeyValuePair.Create<string, object?>("kind", "b"));
        took.Record(0.3);
        _ = readings.Read();
        level = 4;
        var text = PrometheusText.Write(readings.Read());

        // Assert
        Assert.Contains("# TYPE test_things_total counter\ntest_things_total{kind=\"a\"} 3\ntest_things_total{kind=\"b\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("test_took_seconds_bucket{le=\"0.25\"} 0\ntest_took_seconds_bucket{le=\"0.5\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE test_level_bytes gauge\ntest_level_bytes 4\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_tags_whose_values_are_few_become_labels_of_the_frameworks_figures()
    {
        // Arrange
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        using var readings = new MeterReadings(factory);
        var requests = factory.Create("Microsoft.AspNetCore.Hosting").CreateHistogram<double>("http.server.request.duration", "s");

        // Act
        requests.Record(
            0.01, KeyValuePair.Create<string, object?>("http.route", "/set-up/{token}"), KeyValuePair.Create<string, object?>("url.path", "/set-up/rahasia"),
            KeyValuePair.Create<string, object?>("http.request.method", "GET"));
        var text = PrometheusText.Write(readings.Read());

        // Assert
        Assert.Contains("http_server_request_duration_seconds_count{http_request_method=\"GET\",http_route=\"/set-up/{token}\"} 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_nobody_bounds_fills_no_memory()
    {
        // Arrange
        using var meter = new Meter("SlrtBot.Unbounded");
        var instrument = new MeasuredInstrument(meter.CreateCounter<long>("test_unbounded_total"), null);

        // Act
        for (var i = 0; i < MeasuredInstrument.MostSeries * 2; i++)
        {
            instrument.Measure(1, [KeyValuePair.Create<string, object?>("chat", i)]);
        }

        // Assert
        Assert.Equal(MeasuredInstrument.MostSeries, instrument.Read().Samples.Count);
    }

    [Fact]
    public void What_another_program_in_the_same_process_measures_is_not_told()
    {
        // Arrange
        using var ours = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var theirs = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var readings = new MeterReadings(ours.GetRequiredService<IMeterFactory>());

        // Act
        theirs.GetRequiredService<IMeterFactory>().Create("SlrtBot").CreateCounter<long>("test_theirs_total").Add(1);

        // Assert
        Assert.DoesNotContain(readings.Read(), m => m.Name == "test_theirs_total");
    }
}
