package calendar.api.grpc;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.rpc.ErrorDetailsProto;
import com.google.rpc.StatusProto;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.util.List;

/**
 * Server reflection, v1 and the v1alpha that older tools use. Both describe the types of error
 * details too: no method mentions these types, so reflection would not find them by itself.
 */
final class Reflection {
  private Reflection() {}

  static ServerServiceDefinition v1() {
    ServerServiceDefinition service = ProtoReflectionServiceV1.newInstance().bindService();
    return MalformedMessages.rejecting(withErrorDetails(service));
  }

  @SuppressWarnings("deprecation")
  static ServerServiceDefinition v1alpha() {
    return MalformedMessages.rejecting(ProtoReflectionService.newInstance().bindService());
  }

  /**
   * Reflection collects the proto files of all services. So one service imports the files of the
   * details.
   */
  private static ServerServiceDefinition withErrorDetails(ServerServiceDefinition service) {
    ServiceDescriptor descriptor = service.getServiceDescriptor();
    var schema = (ProtoFileDescriptorSupplier) descriptor.getSchemaDescriptor();
    FileDescriptor file =
        importing(
            List.of(
                schema.getFileDescriptor(),
                ErrorDetailsProto.getDescriptor(),
                StatusProto.getDescriptor()));
    ServiceDescriptor.Builder described =
        ServiceDescriptor.newBuilder(descriptor.getName())
            .setSchemaDescriptor((ProtoFileDescriptorSupplier) () -> file);
    descriptor.getMethods().forEach(described::addMethod);
    ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(described.build());
    service.getMethods().forEach(definition::addMethod);
    return definition.build();
  }

  private static FileDescriptor importing(List<FileDescriptor> files) {
    FileDescriptorProto.Builder file =
        FileDescriptorProto.newBuilder().setName("calendar/v1/reflected.proto").setSyntax("proto3");
    files.forEach(imported -> file.addDependency(imported.getName()));
    try {
      return FileDescriptor.buildFrom(file.build(), files.toArray(new FileDescriptor[0]));
    } catch (DescriptorValidationException bug) {
      throw new IllegalStateException(bug);
    }
  }
}
