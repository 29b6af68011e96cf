# The commands of this project. "make" without a target lists them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# make run CONFIG=my.yaml
CONFIG ?= deploy/local/calendar.yaml
# make run BROKER=qpid, although RabbitMQ is installed
BROKER ?=
DATA := data

BUILT := target/built
# Folders too: a file that was removed changes its folder.
SOURCES := $(shell find . \( -name target -o -name '.?*' -o -path ./data -o -path ./bin -o -path ./logs \) -prune \
	-o \( -path '*/src/main*' -o -name pom.xml \) -print)

# make test DOCKER=no: without the suite in containers; DOCKER=yes: fail where Docker does not answer
DOCKER ?= auto
# make test JOBS=1: one module after the other; otherwise two at a time, on two processors or more
JOBS ?= $(shell [ "$$(nproc 2>/dev/null || echo 1)" -ge 2 ] && echo 2 || echo 1)
# make up ENV_FILE=deploy/docker/production.env: the passwords of another file
ENV_FILE ?=
COMPOSE := docker compose $(if $(ENV_FILE),--env-file $(ENV_FILE)) --project-directory deploy/docker
# Files that are named here leave out compose.override.yml, unless it is named too.
SECURE := -f deploy/docker/compose.yml -f deploy/docker/compose.secure.yml \
	$(patsubst %,-f %,$(wildcard deploy/docker/compose.override.yml))

# make bench ONLY=create ROUNDS=5 SIZE=10M QUICK=yes; ADDRESS= with DATABASE=, or CONFIG=, for a system that runs
ONLY ?=
ROUNDS ?=
SIZE ?=
QUICK ?=
ADDRESS ?=
DATABASE ?=
# A fixed heap, the plainest collector and none of Netty's checks: the load generator shares the processors.
BENCH_JAVA := -Xms512m -Xmx512m -XX:+UseSerialGC -Dio.netty.leakDetection.level=disabled \
	-Dio.netty.buffer.checkAccessible=false -Dio.netty.buffer.checkBounds=false
BENCH_OPTIONS = $(if $(ONLY),--only='$(ONLY)') $(if $(ROUNDS),--rounds='$(ROUNDS)') $(if $(SIZE),--size='$(SIZE)') \
	$(if $(QUICK),--quick='$(QUICK)') $(if $(ADDRESS),--address='$(ADDRESS)') \
	$(if $(DATABASE),--database='$(DATABASE)') $(if $(filter command environment,$(origin CONFIG)),--config='$(CONFIG)')

.PHONY: help build generate run dev check test mutate bench up up-secure down lint format clean tools

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | awk -F '\t' '{ printf "make %-10s %s\n", $$1, $$2 }'

# The archive of classes is asked for each time, since it fits one Java, which may have been renewed.
build: $(BUILT) ## Build the programs into bin/
	@"$${JAVA_HOME:+$$JAVA_HOME/bin/}java" -cp deploy/local/target/calendar-local.jar calendar.local.stack.ClassArchive

$(BUILT): $(SOURCES) | tools
	@[ -d liberty/target/calendar ] || echo 'Building; the first time this downloads about 500 MB.'
	@scripts/maven-quietly package -DskipTests
	@mkdir -p bin
	@for program in liberty/target/calendar/bin/calendar_*; do ln -sfn "../$$program" bin/; done
	@touch $@
	@echo "Built: $$(cd bin && echo *)"

generate: | tools ## Generate the gRPC stubs from proto/ again
	@scripts/maven-quietly clean compile -pl proto
	@find proto/target/generated-sources -name '*.java' | wc -l | xargs printf '%d files in proto/target/generated-sources\n'

run: build ## Start everything; CONFIG=PATH takes another configuration, BROKER=qpid another broker
	@exec "$${JAVA_HOME:+$$JAVA_HOME/bin/}java" -jar deploy/local/target/calendar-local.jar --config='$(CONFIG)' --data=$(DATA) $(if $(BROKER),--broker=$(BROKER))

dev: build ## Start a database and a broker, and run the API in Liberty's dev mode: it reloads changed classes
	@exec "$${JAVA_HOME:+$$JAVA_HOME/bin/}java" -jar deploy/local/target/calendar-local.jar --dev --config='$(CONFIG)' --data=$(DATA)

check: | tools ## Run what proves most in under three minutes: lint, unit tests, SQL on PostgreSQL
	@scripts/check $(JOBS)

test: | tools ## Run all tests; DOCKER=no leaves out the suite in containers, DOCKER=yes requires it
	@scripts/test $(DOCKER) $(JOBS)

mutate: | tools ## Change the code in small ways and count what the tests notice; takes half an hour
	@scripts/mutate

bench: build ## Measure; ONLY=create,list some of it, QUICK=yes one short round, more in docs/performance.md
	@exec "$${JAVA_HOME:+$$JAVA_HOME/bin/}java" $(BENCH_JAVA) -jar bench/target/calendar-bench.jar $(BENCH_OPTIONS)

up: ## Start everything in containers and wait until it is ready
	@$(COMPOSE) up --build --detach --wait

up-secure: ## The same with TLS between all parts, and with tokens; docs/security.md
	@[ -e deploy/docker/secrets ] || scripts/make-secrets
	@$(COMPOSE) $(SECURE) up --build --detach --wait

down: ## Stop the containers; their data stay
	@$(COMPOSE) down --remove-orphans

lint: | tools ## Check the format and the contract, compile with warnings as errors
	@scripts/maven-quietly package -DskipTests
	@scripts/check-scripts
	@scripts/check-contract

format: | tools ## Format the sources
	@scripts/maven-quietly spotless:apply

clean: | tools ## Remove what was built; data/ stays
	@mvn -B -q clean
	@rm -rf bin target

tools:
	@scripts/require-tools
