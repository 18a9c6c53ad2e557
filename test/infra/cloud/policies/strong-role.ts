import type { Change } from "../templates/change-templates.ts";

/** Adds a role that its own policy lets do anything with objects and keys, in a stack of its own. */
export const withStrongRole: Change = (templates) => ({
  ...templates,
  Strong: {
    Resources: {
      Strong: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: document({
            Action: "sts:AssumeRole",
            Principal: { Service: "ec2.amazonaws.com" },
          }),
          Policies: [
            {
              PolicyName: "everything",
              PolicyDocument: document({ Action: ["s3:*", "kms:*"], Resource: "*" }),
            },
          ],
        },
      },
    },
  },
});

const document = (statement: object) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", ...statement }],
});
