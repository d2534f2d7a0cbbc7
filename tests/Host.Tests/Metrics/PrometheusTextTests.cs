using SlrtBot.Host.Metrics;
using Xunit;

namespace SlrtBot.Host.Tests.Metrics;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Figures_stand_in_order_each_with_its_kind_and_its_labels()
    {
        // Act
        var text = PrometheusText.Write(
        [
            new Metric("b_total", MetricKind.Counter, "Two\nlines \\ and \"quotes\"", [Sample.Of(3, Label("why", "a \"b\" \\ c\nd"))]),
            new Metric("a", MetricKind.Gauge, null, [Sample.Of(0.25)]),
        ]);

        // Assert
        Assert.Equal(
            "# TYPE a gauge\na 0.25\n# HELP b_total Two\\nlines \\\\ and \"quotes\"\n# TYPE b_total counter\nb_total{why=\"a \\\"b\\\" \\\\ c\\nd\"} 3\n", text);
    }

    [Fact]
    public void A_histogram_is_its_buckets_its_sum_and_its_count()
    {
        // Arrange
        var series = new Series([Label("route", "/queue")], [0.1, 1]);
        foreach (var value in new[] { 0.1, 0.5, 7 })
        {
            series.Observe(value);
        }

        // Act
        var text = PrometheusText.Write([new Metric("t_seconds", MetricKind.Histogram, null, [series.Read(isHistogram: true)])]);

        // Assert
        Assert.Equal(
            """
            # TYPE t_seconds histogram
            t_seconds_bucket{route="/queue",le="0.1"} 1
            t_seconds_bucket{route="/queue",le="1"} 2
            t_seconds_bucket{route="/queue",le="+Inf"} 3
            t_seconds_sum{route="/queue"} 7.6
            t_seconds_count{route="/queue"} 3

            """, text);
    }

    private static KeyValuePair<string, string> Label(string name, string value) => KeyValuePair.Create(name, value);
}
