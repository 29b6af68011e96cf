# Runs the features against the calendar that the environment names.
# Build it from the root of the source tree: docker build -f deploy/docker/bdd-tests.Dockerfile .

FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \
    mvn -B -ntp package -DskipTests -Dliberty.provided -pl bdd-tests -am

FROM eclipse-temurin:21-jre
COPY --from=build /source/bdd-tests/target/lib/ /opt/calendar/lib/bdd-tests/
COPY --from=build /source/bdd-tests/target/test-classes/ /opt/calendar/lib/bdd-tests/classes/
COPY deploy/docker/bdd-tests /opt/calendar/bin/bdd-tests
RUN mkdir /reports && chown 1001:0 /reports
USER 1001
CMD ["/opt/calendar/bin/bdd-tests"]
