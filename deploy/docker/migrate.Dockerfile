# calendar_migrate: brings the database's schema up to this version, then ends.
# Build it from the root of the source tree: docker build -f deploy/docker/migrate.Dockerfile .

# This stage is the same in the images of all services, so that it is built only once.
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \
    mvn -B -ntp package -Dmaven.test.skip -Dliberty.provided -pl liberty -am

FROM eclipse-temurin:21-jre
ARG DISTRIBUTION=/source/liberty/target/calendar
COPY --from=build $DISTRIBUTION/lib/calendar-common.sh /opt/calendar/lib/
COPY --from=build $DISTRIBUTION/lib/migrate/ /opt/calendar/lib/migrate/
COPY --from=build $DISTRIBUTION/bin/calendar_migrate /opt/calendar/bin/
COPY deploy/docker/calendar.yaml /etc/calendar/config.yaml
ENV PATH=/opt/calendar/bin:$PATH
USER 1001
CMD ["calendar_migrate", "--config=/etc/calendar/config.yaml", "--wait=60"]
