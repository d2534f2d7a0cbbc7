.DEFAULT_GOAL := help
.PHONY: help run test test-postgres format lint schema pictures bench understanding layers ci

help: ## Show these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 18

run: ## Start everything on SQLite with demo data; prints addresses and accounts
	dotnet run --project src/Host

test: ## Run all tests; what is not at hand (PostgreSQL, Chromium) is skipped visibly
	dotnet test

test-postgres: ## Run the storage tests on the server of SLRT_TEST_POSTGRES
	@test -n "$$SLRT_TEST_POSTGRES" || { echo "Set SLRT_TEST_POSTGRES, for example Host=localhost;Username=slrt;Database=postgres"; exit 2; }
	dotnet test tests/Core.Tests

format: ## Format the code
	dotnet format

lint: ## Check format and analyzers without changing anything
	dotnet format --verify-no-changes
	dotnet build --nologo -v quiet

schema: ## Print the tables as both databases would make them
	dotnet run --project src/Host -- schema --provider Sqlite
	dotnet run --project src/Host -- schema --provider Postgres

pictures: ## Take the pictures in docs/images anew, from the running program
	dotnet run --project tests/Browser.Tests -- docs/images

bench: ## Measure turns per second and queries on a large database
	bench/run

understanding: ## Measure what the bot understands, and write it into docs/understanding.md
	SLRT_UNDERSTANDING_REPORT=$(CURDIR)/docs/understanding.md dotnet test tests/Core.Tests --nologo --filter The_report_can_be_written
	@sed -n '/measured: begin/,/measured: end/p' docs/understanding.md

layers: ## Draw anew in docs/layers.md which folder uses which
	SLRT_WRITE_LAYERS=1 dotnet test tests/Host.Tests --nologo --filter "The_picture_in_the_docs|The_workflow_is_drawn"

ci: ## What the build server runs, no more
	.ci/run
