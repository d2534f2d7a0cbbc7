using Microsoft.Extensions.Configuration;

namespace SlrtBot.TestKit;

public static class ConfigurationOf
{
    public static ConfigurationManager With(this ConfigurationManager configuration, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        configuration.AddInMemoryCollection(settings);
        return configuration;
    }
}
